using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Tests.Channels.DirectLine.Reading;

public sealed class ClientBytesTests
{
    private const int Page = 4096;

    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _cut = [];
    private readonly ClientBytes _memory;

    public ClientBytesTests() => _memory = new(
        Options.Create(new MemoryOptions
        {
            PageBytes = Page,
            BytesOfConversation = 2 * Page,
            BytesOfAccount = 3 * Page,
            BytesOfAddress = 4 * Page,
            BytesOfHost = 5 * Page,
        }),
        _time);

    public static TheoryData<string, int> Limits => new()
    {
        { "conversation", 2 },
        { "account", 3 },
        { "address", 4 },
        { "host", 5 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Each_scope_has_its_own_limit(string shared, int pages)
    {
        for (var reader = 0; reader < pages; reader++)
        {
            Hold(shared, reader).ShouldNotBeNull();
        }

        Hold(shared, pages).ShouldBeNull();
        _memory.Held.ShouldBe(pages * Page);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void What_was_taken_makes_room_for_others(string shared, int pages)
    {
        var held = Enumerable.Range(0, pages).Select(reader => Hold(shared, reader)).ToList();

        held[1]!.Dispose();

        Hold(shared, pages).ShouldNotBeNull();
        Hold(shared, pages + 1).ShouldBeNull();
    }

    [Fact]
    public void A_conversation_without_an_account_counts_against_nobody_elses()
    {
        for (var reader = 0; reader < 4; reader++)
        {
            _memory.TryHold(new(new("directline", $"c{reader}"), null, "10.0.0.1"), _cut.Add).ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_slowest_is_cut_when_others_need_the_room_and_it_had_its_time()
    {
        Hold("conversation", 0, "first");
        _time.Advance(TimeSpan.FromSeconds(1));
        Hold("conversation", 1, "second");

        Hold("conversation", 2).ShouldBeNull();
        _cut.ShouldBeEmpty("it has had a second");
        _time.Advance(TimeSpan.FromSeconds(1));
        Hold("conversation", 2).ShouldBeNull();

        _cut.ShouldBe([$"first: {ClientBytes.Crowded}"]);
    }

    [Fact]
    public void Nobody_is_cut_while_there_is_room()
    {
        Hold("conversation", 0);
        _time.Advance(TimeSpan.FromHours(1));
        Hold("conversation", 1).ShouldNotBeNull();

        _cut.ShouldBeEmpty();
    }

    [Fact]
    public void What_turns_out_to_be_smaller_leaves_room()
    {
        Hold("conversation", 0)!.Resize(10);
        Hold("conversation", 1)!.Resize(10);
        Hold("conversation", 2).ShouldNotBeNull();

        _memory.Held.ShouldBe(Page + 20);
    }

    [Fact]
    public void One_activity_that_is_longer_than_the_limit_is_let_through_alone()
    {
        var lengthy = Hold("conversation", 0)!;
        lengthy.Resize(10 * Page);

        Hold("conversation", 1).ShouldBeNull();
        lengthy.Dispose();
        Hold("conversation", 1).ShouldNotBeNull();
    }

    [Fact]
    public void Nothing_is_left_when_all_were_taken_however_often_that_is_said()
    {
        var held = Hold("conversation", 0)!;
        held.Dispose();
        held.Dispose();

        _memory.Held.ShouldBe(0);
        Hold("conversation", 1).ShouldNotBeNull();
        _memory.Held.ShouldBe(Page);
    }

    private ClientHolding? Hold(string shared, int reader, string name = "") => _memory.TryHold(
        new(
            new("directline", shared == "conversation" ? "c" : $"c{reader}"),
            shared is "account" or "conversation" ? "A-1" : $"A-{reader}",
            shared is "host" ? $"10.0.0.{reader}" : "10.0.0.1"),
        reason => _cut.Add($"{name}: {reason}"));
}
