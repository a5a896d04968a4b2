using Microsoft.AspNetCore.Http;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Channels.DirectLine.Reading;

/// <summary>Whose limits a reader's bytes count against.</summary>
/// <param name="Account">What the conversation acts for; null when nobody vouched for one.</param>
/// <param name="Address">Where the client calls from.</param>
internal sealed record ClientPlace(ConversationKey Conversation, string? Account, string Address)
{
    public const string Host = "host";

    public static ClientPlace Of(HttpContext context, ConversationKey conversation, ConversationOrigin origin) =>
        new(conversation, origin.AccountNumber, context.Connection.RemoteIpAddress?.ToString() ?? "unknown");

    /// <summary>Its limits, the narrowest first.</summary>
    public IEnumerable<(string Scope, int Limit)> Limits(MemoryOptions options)
    {
        yield return ($"conversation {Conversation}", options.BytesOfConversation);
        if (Account is not null)
        {
            yield return ($"account {Account}", options.BytesOfAccount);
        }

        yield return ($"address {Address}", options.BytesOfAddress);
        yield return (Host, options.BytesOfHost);
    }
}
