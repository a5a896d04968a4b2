using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Store;
using SmartFlexBot.Conversations.Turns;

namespace SmartFlexBot.Tests.Conversations.Turns;

/// <summary>Activities that were parsed on their way in, kept for their first turn.</summary>
public sealed class ParsedActivitiesTests
{
    private readonly ParsedActivities _parsed = new();

    [Fact]
    public void Each_is_taken_once()
    {
        _parsed.Add(Of("a"));
        _parsed.Add(new ParsedActivity());
        _parsed.Take("b").ShouldBeNull();
        _parsed.Take("a")!.Take()!.Text.ShouldBe("a");
        _parsed.Take("a").ShouldBeNull();
    }

    [Fact]
    public void The_activity_itself_is_for_one_turn_alone()
    {
        var parsed = Of("a");
        parsed.Take().ShouldNotBeNull();
        parsed.Take().ShouldBeNull();
    }

    [Fact]
    public void Not_many_are_kept_for_a_conversation_that_does_not_get_on()
    {
        for (var n = 0; n < 100; n++)
        {
            _parsed.Add(Of($"{n}"));
        }

        Enumerable.Range(0, 100).Count(n => _parsed.Take($"{n}") is not null).ShouldBe(16);
    }

    [Fact]
    public void None_is_kept_when_all_is_answered()
    {
        _parsed.Add(Of("a"));
        _parsed.Clear();
        _parsed.Take("a").ShouldBeNull();
    }

    private static ParsedActivity Of(string json) => ParsedActivity.Of(json, new Activity { Text = json });
}
