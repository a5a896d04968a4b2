using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <summary>How long a turn is tried: what a customer sent is put aside in the end, what happened by itself never.</summary>
public sealed class TurnPolicyTests
{
    [Theory]
    [InlineData(TurnFailure.Stale, "0x20 1 2 4 8 16 30x15 stop")]
    [InlineData(TurnFailure.TimedOut, "1 2 4 8 16 30x3 stop")]
    [InlineData(TurnFailure.Threw, "1 2 4 stop")]
    [InlineData(TurnFailure.Unreadable, "stop")]
    internal void What_a_customer_sent_is_put_aside_in_the_end(TurnFailure failure, string pauses) =>
        Pauses(failure, isOwn: false, most: 60).ShouldBe(Read(pauses));

    [Theory]
    [InlineData(TurnFailure.Stale, "0x20 1 2 4 8 16 30x15 60x20")]
    [InlineData(TurnFailure.TimedOut, "1 2 4 8 16 30x3 60x20")]
    [InlineData(TurnFailure.Threw, "1 2 4 8 16 32 60x20")]
    internal void What_happened_by_itself_is_tried_for_as_long_as_it_takes(TurnFailure failure, string pauses)
    {
        var expected = Read(pauses);
        Pauses(failure, isOwn: true, most: expected.Length).ShouldBe(expected);
        TurnPolicy.After(failure, int.MaxValue, isOwn: true).ShouldBe(TurnNext.Again(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void What_cannot_be_read_is_put_aside_whoever_sent_it() =>
        TurnPolicy.After(TurnFailure.Unreadable, 1, isOwn: true).ShouldBe(TurnNext.Stop);

    private static string[] Pauses(TurnFailure failure, bool isOwn, int most)
    {
        var pauses = new List<string>();
        for (var runs = 1; runs <= most; runs++)
        {
            var next = TurnPolicy.After(failure, runs, isOwn);
            pauses.Add(next.GiveUp ? "stop" : $"{next.Delay.TotalSeconds:0}");
            if (next.GiveUp)
            {
                break;
            }
        }

        return [.. pauses];
    }

    /// <summary>"30x3" is three times 30 seconds.</summary>
    private static string[] Read(string pauses) =>
    [
        .. pauses.Split(' ').Select(pause => pause.Split('x')).SelectMany(parts =>
            Enumerable.Repeat(parts[0], parts.Length == 1 ? 1 : int.Parse(parts[1], null))),
    ];
}
