using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Kraken;
using SmartFlexBot.Web.Onboarding;

namespace SmartFlexBot.Tests.Web.Onboarding;

public sealed class ReadsEndBeforeTurnsTests
{
    [Theory]
    [InlineData(5, 8)]
    [InlineData(6, 8)]
    [InlineData(15, 20)]
    public void Reads_may_take_three_quarters_of_a_turn(int reads, int turn) => Check(reads, turn).ShouldBeNull();

    [Theory]
    [InlineData(7, 8)]
    [InlineData(8, 8)]
    [InlineData(30, 20)]
    public void Longer_ones_stop_the_start_with_what_to_set(int reads, int turn) => Check(reads, turn).ShouldBe(
        $"Kraken:Timeout is 00:00:{reads:00}, too near to the end of a turn: set it to at most 00:00:{turn * 3 / 4:00}, "
        + $"three quarters of Conversations:TurnTimeout (00:00:{turn:00}), or set that to a longer time.");

    [Fact]
    public void What_is_shipped_is_good() => Validate(new(), new()).ShouldBeNull();

    private static string? Check(int reads, int turn) =>
        Validate(new() { Timeout = TimeSpan.FromSeconds(reads) }, new() { TurnTimeout = TimeSpan.FromSeconds(turn) });

    private static string? Validate(KrakenOptions kraken, ConversationsOptions conversations) =>
        new ReadsEndBeforeTurns(Options.Create(conversations)).Validate(null, kraken).FailureMessage;
}
