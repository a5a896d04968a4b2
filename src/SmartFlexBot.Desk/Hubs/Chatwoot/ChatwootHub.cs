using System.Globalization;
using Microsoft.Extensions.Options;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs.Chatwoot;

/// <summary>
/// Chatwoot with an inbox of channel "API" (developers.chatwoot.com/api-reference). Each hand-over has a contact of its own, which bears
/// the hand-over's id as identifier and as source id of the inbox: by it everything is found again, and a webhook knows its hand-over.
/// </summary>
internal sealed class ChatwootHub(ChatwootApi api, HubWords words, IOptions<ChatwootOptions> options) : IAgentHub
{
    /// <summary>So many of its messages are read at a time; Chatwoot gives no more.</summary>
    private const int Page = 100;

    private const int MostPages = 20;
    private const string Resolved = "resolved";

    private long InboxId => options.Value.InboxId;

    public async Task<HubPlace?> FindAsync(string handOverId, CancellationToken cancellationToken)
    {
        if (await FindContactAsync(handOverId, cancellationToken) is not { } contact)
        {
            return null;
        }

        var known = await api.GetAsync(
            $"contacts/{contact.Id}/conversations", ChatwootJson.Default.ChatwootListChatwootConversation, cancellationToken);
        var conversation = known.Payload?.Where(one => one.InboxId == InboxId).MinBy(one => one.Id);
        return new(Conversation: conversation is null ? null : Number(conversation.Id), Contact: Number(contact.Id));
    }

    public async Task<HubPlace> OpenAsync(HandOver handOver, CancellationToken cancellationToken)
    {
        var found = await FindAsync(handOver.Id, cancellationToken);
        if (found is { Conversation: not null })
        {
            return found;
        }

        var contact = found?.Contact is { } known
            ? long.Parse(known, CultureInfo.InvariantCulture)
            : await MakeContactAsync(handOver, cancellationToken);
        var made = await api.PostAsync(
            "conversations",
            new ChatwootNewConversation(InboxId, contact, handOver.Id, "open", HubAttributes.Of(handOver)),
            ChatwootJson.Default.ChatwootNewConversation, ChatwootJson.Default.ChatwootConversation, cancellationToken);
        return new(Conversation: Number(made.Id), Contact: Number(contact));
    }

    public async Task<HubSight> ReadAsync(HubPlace place, CancellationToken cancellationToken)
    {
        // Before the messages: who is seen to have ended it has written all of theirs.
        var conversation = await ReadConversationAsync(place, cancellationToken);
        var messages = new List<ChatwootMessage>();
        var after = ChatwootNews.ReadAfter(place);
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await api.GetAsync(
                string.Create(CultureInfo.InvariantCulture, $"conversations/{place.Conversation}/messages?after={after}"),
                ChatwootJson.Default.ChatwootListChatwootMessage, cancellationToken);
            messages.AddRange(page.Payload ?? []);
            if (page.Payload is not { Count: >= Page })
            {
                break;
            }

            after = messages.Max(message => message.Id);
        }

        return ChatwootNews.Of(place, conversation, messages) with { IsEnded = conversation.Status == Resolved };
    }

    public async Task<HubPlace> TellAsync(HubPlace place, HubLine line, CancellationToken cancellationToken)
    {
        await api.PostAsync(
            $"conversations/{place.Conversation}/messages",
            new ChatwootNewMessage(line.Text, line.IsNote ? "outgoing" : "incoming", line.IsNote, line.Id),
            ChatwootJson.Default.ChatwootNewMessage, cancellationToken);
        return place;
    }

    /// <summary>The message is marked as failed, with the reason: Chatwoot takes that for inboxes of channel "API" alone.</summary>
    public Task FailAsync(HubPlace place, string messageId, HubFailure why, CancellationToken cancellationToken) => api.PatchAsync(
        $"conversations/{place.Conversation}/messages/{messageId}", new ChatwootMessageStatus("failed", words.Of(why)),
        ChatwootJson.Default.ChatwootMessageStatus, cancellationToken);

    public async Task CloseAsync(HubPlace place, CancellationToken cancellationToken)
    {
        if (place.Conversation is not null && (await ReadConversationAsync(place, cancellationToken)).Status != Resolved)
        {
            await api.PostAsync(
                $"conversations/{place.Conversation}/toggle_status", new ChatwootNewStatus(Resolved),
                ChatwootJson.Default.ChatwootNewStatus, cancellationToken);
        }
    }

    /// <summary>The contact's conversations go with it.</summary>
    public async Task EraseAsync(HubPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await api.DeleteAsync($"contacts/{place.Contact}", cancellationToken);
        }
        catch (HubException problem) when (problem.Problem == HubProblem.Gone)
        {
            // It is what was asked for.
        }
    }

    private Task<ChatwootConversation> ReadConversationAsync(HubPlace place, CancellationToken cancellationToken) =>
        api.GetAsync($"conversations/{place.Conversation}", ChatwootJson.Default.ChatwootConversation, cancellationToken);

    private async Task<ChatwootContact?> FindContactAsync(string handOverId, CancellationToken cancellationToken)
    {
        var found = await api.GetAsync(
            $"contacts/search?q={handOverId}", ChatwootJson.Default.ChatwootListChatwootContact, cancellationToken);
        return found.Payload?.FirstOrDefault(contact => contact.Identifier == handOverId);
    }

    private async Task<long> MakeContactAsync(HandOver handOver, CancellationToken cancellationToken)
    {
        var made = await api.PostAsync(
            "contacts",
            new ChatwootNewContact(InboxId, handOver.CustomerName ?? handOver.Id[..8], handOver.Id, handOver.Id),
            ChatwootJson.Default.ChatwootNewContact, ChatwootJson.Default.ChatwootMadeContact, cancellationToken);
        return made.Payload?.Contact?.Id ?? throw new HubException(HubProblem.Settings, TimeSpan.Zero, "its new contact has no id");
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
