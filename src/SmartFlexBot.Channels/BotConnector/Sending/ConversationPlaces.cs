using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>Where a conversation is found. An answer says so itself; what answers nothing goes where the last activity came from.</summary>
internal sealed class ConversationPlaces(IConversationLog log, ServiceUrls serviceUrls)
{
    // How far back it is looked for.
    private static readonly LogPage LookBack = new(Entries: 100, Bytes: 1024 * 1024);

    /// <summary>Addresses the activity, where it has no address yet.</summary>
    /// <returns>Where to send it; null when there is no such place, or none that may be sent to.</returns>
    public async Task<Uri?> AddressAsync(
        ConversationKey conversation, LogEntry entry, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ServiceUrl is { } own)
        {
            return serviceUrls.Find(own);
        }

        var from = Math.Max(0, entry.Sequence - LookBack.Entries - 1);
        var before = (await log.ReadAsync(conversation, from, LookBack, cancellationToken)).Reverse().Select(one => one.ReadActivity());
        if (before.FirstOrDefault(earlier => earlier.ServiceUrl is not null) is not { } last)
        {
            return null;
        }

        AddressLike(last, activity);
        return serviceUrls.Find(last.ServiceUrl);
    }

    /// <summary>Teams refuses what does not name the tenant and the customer as it does itself.</summary>
    private static void AddressLike(Activity last, Activity activity)
    {
        var (bot, customer) = last.From?.Role == RoleTypes.Bot ? (last.From, last.Recipient) : (last.Recipient, last.From);
        activity.ServiceUrl = last.ServiceUrl;
        activity.Conversation = last.Conversation ?? activity.Conversation;
        activity.From = bot?.Id is null ? activity.From : bot;
        activity.Recipient = customer?.Id is null ? activity.Recipient : customer;
    }
}
