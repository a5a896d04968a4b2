using Microsoft.Extensions.Options;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Kraken;

namespace SmartFlexBot.Web.Onboarding;

/// <summary>A turn that ends with its reads has no time left to say that Kraken does not answer.</summary>
internal sealed class ReadsEndBeforeTurns(IOptions<ConversationsOptions> conversations) : IValidateOptions<KrakenOptions>
{
    // The rest is for what the turn does with what it read, and for a machine under load.
    private const double LargestPart = 0.75;

    public ValidateOptionsResult Validate(string? name, KrakenOptions kraken)
    {
        var turn = conversations.Value.TurnTimeout;
        var longest = turn * LargestPart;
        return kraken.Timeout <= longest
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Kraken:Timeout is {kraken.Timeout:c}, too near to the end of a turn: set it to at most {longest:c}, "
                + $"three quarters of Conversations:TurnTimeout ({turn:c}), or set that to a longer time.");
    }
}
