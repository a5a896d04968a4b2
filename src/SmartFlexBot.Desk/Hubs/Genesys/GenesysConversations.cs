using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>A conversation as Genesys shows it, and what can be done to it.</summary>
internal sealed class GenesysConversations(GenesysApi api)
{
    /// <exception cref="HubException"/>
    public async Task<GenesysConversation> ReadAsync(HubPlace place, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetAsync(PathOf(place.Conversation), GenesysJson.Default.GenesysConversation, cancellationToken);
        }
        catch (HubException problem) when (problem.Problem == HubProblem.Gone && !place.HasPack)
        {
            // Its id is told before it can be read.
            throw new HubException(HubProblem.Passing, TimeSpan.Zero, "it does not show the new conversation yet");
        }
    }

    /// <returns>Null when there is none any more.</returns>
    /// <exception cref="HubException"/>
    public async Task<GenesysConversation?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetAsync(PathOf(id), GenesysJson.Default.GenesysConversation, cancellationToken);
        }
        catch (HubException problem) when (problem.Problem == HubProblem.Gone)
        {
            return null;
        }
    }

    /// <exception cref="HubException"/>
    public async Task<IReadOnlyList<GenesysMessage>> ReadMessagesAsync(
        HubPlace place, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var read = await api.PostAsync(
            $"{PathOf(place.Conversation)}/messages/bulk?useNormalizedMessage=true", ids, GenesysJson.Default.IReadOnlyListString,
            GenesysJson.Default.GenesysMessages, cancellationToken);
        return read.Entities ?? [];
    }

    /// <summary>Participant data of the customer's part: what has the same name is replaced.</summary>
    /// <exception cref="HubException"/>
    public async Task NoteAsync(HubPlace place, IReadOnlyDictionary<string, string> attributes, CancellationToken cancellationToken)
    {
        var customer = await CustomerAsync(place, cancellationToken);
        await api.TellAsync(
            HttpMethod.Patch, $"{PathOf(place.Conversation)}/participants/{customer.Id}/attributes", new GenesysAttributes(attributes),
            GenesysJson.Default.GenesysAttributes, cancellationToken);
    }

    /// <summary>The customer's part ends, and with it the conversation.</summary>
    /// <exception cref="HubException"/>
    public async Task DisconnectAsync(string id, GenesysConversation conversation, CancellationToken cancellationToken)
    {
        foreach (var customer in GenesysStand.CustomersThere(conversation))
        {
            await api.TellAsync(
                HttpMethod.Patch, $"{PathOf(id)}/participants/{customer.Id}", new GenesysState("disconnected"),
                GenesysJson.Default.GenesysState, cancellationToken);
        }
    }

    /// <exception cref="HubException"/>
    public async Task<GenesysParticipant> CustomerAsync(HubPlace place, CancellationToken cancellationToken) =>
        (await ReadAsync(place, cancellationToken)).Participants?.FirstOrDefault(GenesysStand.IsCustomer)
            ?? throw new HubException(HubProblem.Passing, TimeSpan.Zero, "it does not show the customer in the conversation yet");

    private static string PathOf(string? conversation) => $"conversations/messages/{Uri.EscapeDataString(conversation ?? "")}";
}
