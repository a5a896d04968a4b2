using System.Globalization;
using Microsoft.Extensions.Options;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>
/// Genesys Cloud by Open Messaging (developer.genesys.cloud, commdigital). The customer's id there is the hand-over's, so each has a
/// conversation and a contact of its own, and a webhook knows its hand-over. What is new is read from the conversation.
/// </summary>
internal sealed class GenesysHub(
    GenesysApi api, GenesysConversations conversations, HubWords words, IOptions<GenesysOptions> options, TimeProvider time)
    : IAgentHub
{
    private const int Page = 50;

    /// <summary>An attribute's length, and how many of them: a note that is longer ends there.</summary>
    private const int AttributeLength = 1000;
    private const int MostAttributes = 15;

    /// <summary>
    /// Genesys has no read by a customer's id. What was opened and never heard of is met when an agent writes in it
    /// (<see cref="HubCalls.RefuseAsync"/>).
    /// </summary>
    public Task<HubPlace?> FindAsync(string handOverId, CancellationToken cancellationToken) => Task.FromResult<HubPlace?>(null);

    public Task<HubPlace> OpenAsync(HandOver handOver, CancellationToken cancellationToken) => SendAsync(
        new HubPlace(Contact: handOver.Id),
        new HubLine($"{handOver.Id}-open", handOver.Words.Length > 0 ? handOver.Words : $"[{handOver.Reason}]"),
        handOver.CustomerName, HubAttributes.Of(handOver), cancellationToken);

    public async Task<HubSight> ReadAsync(HubPlace place, CancellationToken cancellationToken)
    {
        // Before the messages: who is seen to have ended it has written all of theirs.
        var conversation = await conversations.ReadAsync(place, cancellationToken);
        var stand = GenesysStand.Of(conversation, time.GetUtcNow(), options.Value.TransferWait);
        var messages = new List<GenesysMessage>();
        foreach (var ids in GenesysNews.UnreadIn(place, conversation).Chunk(Page))
        {
            messages.AddRange(await conversations.ReadMessagesAsync(place, ids, cancellationToken));
        }

        return GenesysNews.Of(place, conversation, messages, stand, time.GetUtcNow());
    }

    /// <summary>A note is participant data: agents' scripts show it, and no transcript holds it.</summary>
    public async Task<HubPlace> TellAsync(HubPlace place, HubLine line, CancellationToken cancellationToken)
    {
        if (!line.IsNote)
        {
            return await SendAsync(place, line, null, null, cancellationToken);
        }

        var parts = line.Text.Chunk(AttributeLength).Take(MostAttributes).Select((part, number) =>
            (Name: string.Create(CultureInfo.InvariantCulture, $"smartflex_note_{number + 1:00}"), Text: new string(part)));
        await conversations.NoteAsync(place, parts.ToDictionary(part => part.Name, part => part.Text), cancellationToken);
        return place;
    }

    /// <summary>By a receipt. Genesys keeps the reason with the conversation's errors; its desktop shows that the message failed.</summary>
    public Task FailAsync(HubPlace place, string messageId, HubFailure why, CancellationToken cancellationToken) => api.TellAsync(
        HttpMethod.Post, $"conversations/messages/{options.Value.IntegrationId}/inbound/open/receipt",
        new GenesysReceipt(
            messageId, new GenesysReceiptChannel(new GenesysRef(place.Contact!), time.GetUtcNow()), "Failed",
            [new GenesysReason("GeneralError", words.Of(why))], IsFinalReceipt: true),
        GenesysJson.Default.GenesysReceipt, cancellationToken);

    public async Task CloseAsync(HubPlace place, CancellationToken cancellationToken)
    {
        if (place.Conversation is { } id && await conversations.FindAsync(id, cancellationToken) is { } conversation)
        {
            await conversations.DisconnectAsync(id, conversation, cancellationToken);
        }
    }

    /// <summary>By Genesys' own requests about personal data, which it carries out within days. The contact is this hand-over's.</summary>
    public async Task EraseAsync(HubPlace place, CancellationToken cancellationToken)
    {
        var person = place.Person ?? (await conversations.CustomerAsync(place, cancellationToken)).ExternalContact?.Id
            ?? throw new HubException(
                HubProblem.Refused, TimeSpan.Zero,
                $"it shows no external contact of conversation {place.Conversation}: have it deleted there");
        await api.TellAsync(
            HttpMethod.Post, "gdpr/requests?deleteConfirmed=true", new GenesysErasure("GDPR_DELETE", new GenesysSubject(person)),
            GenesysJson.Default.GenesysErasure, cancellationToken);
    }

    private async Task<HubPlace> SendAsync(
        HubPlace place, HubLine line, string? nickname, Dictionary<string, string>? attributes, CancellationToken cancellationToken)
    {
        var answer = await api.PostAsync(
            $"conversations/messages/{options.Value.IntegrationId}/inbound/open/message?prefetchConversationId=true",
            new GenesysInbound(
                new GenesysChannel(
                    new GenesysFrom(place.Contact!, "Opaque", nickname), time.GetUtcNow(), line.Id,
                    attributes is null ? null : new GenesysMetadata(attributes)),
                line.Text),
            GenesysJson.Default.GenesysInbound, GenesysJson.Default.GenesysInboundAnswer, cancellationToken);
        return answer.ConversationId switch
        {
            { Length: > 0 } id => place with { Conversation = id, Taken = id == place.Conversation ? place.Taken : [] },
            _ when place.Conversation is not null => place,
            _ => throw new HubException(HubProblem.Settings, TimeSpan.Zero, "it does not tell the conversation of a first message"),
        };
    }
}
