using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Tests.Recognition.Devices;

/// <summary>Of names that overlap, those are picked that together explain the most.</summary>
public sealed class SpanPickerTests
{
    [Fact]
    public void A_longer_name_beats_two_shorter_ones_of_the_same_letters() =>
        Picked(Name(0, 1, 5), Name(1, 1, 6), Name(0, 2, 11)).ShouldBe([(0, 2)]);

    [Fact]
    public void Names_that_do_not_overlap_are_all_picked_in_their_order() =>
        Picked(Name(3, 1, 5), Name(0, 2, 7)).ShouldBe([(0, 2), (3, 1)]);

    [Fact]
    public void Two_that_explain_more_beat_one_across_both() =>
        Picked(Name(1, 2, 6), Name(0, 2, 9), Name(2, 2, 9)).ShouldBe([(0, 2), (2, 2)]);

    [Fact]
    public void As_written_beats_corrected() => Score(0, supported: false).ShouldBeGreaterThan(Score(2, supported: false));

    [Fact]
    public void A_better_fit_and_a_make_beside_it_count() =>
        (Score(0, supported: true) > Score(0, supported: false), Score(0, fit: Fit.Full) > Score(0, fit: Fit.Part)).ShouldBe((true, true));

    [Fact]
    public void What_was_put_right_far_from_its_make_counts_least() =>
        (Score(1, supported: false) - Score(2, supported: false)).ShouldBeGreaterThan(
            Score(1, supported: true) - Score(2, supported: true));

    [Fact]
    public void Of_nothing_nothing_is_picked() => Picked().ShouldBeEmpty();

    private static int Score(int cost, bool supported = false, Fit fit = Fit.Alias) => Name(0, 1, 5, cost, supported, fit).Score;

    private static IEnumerable<(int Start, int Length)> Picked(params Candidate[] candidates) =>
        SpanPicker.Pick([.. candidates], tokens: 6).Select(candidate => (candidate.Span.Start, candidate.Span.Length));

    private static Candidate Name(int start, int length, int characters, int cost = 0, bool supported = false, Fit fit = Fit.Alias) =>
        new(new NameSpan(start, length, new NameEntry([], []), cost, characters), Make: null, [0], -1, fit, supported);
}
