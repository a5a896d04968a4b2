using Microsoft.Extensions.Options;

namespace SmartFlexBot.Desk.Hubs.Genesys;

/// <summary>Tells an agent that a message did not reach the customer. Once more is the same as once.</summary>
internal sealed class GenesysReceipts(GenesysApi api, IOptions<GenesysOptions> options, TimeProvider time)
{
    public const string FilesAreNotPassedOn = "Files are not passed on to the customer.";
    public const string IsOver = "The customer is with the bot again.";

    /// <param name="why">Genesys keeps it with the conversation's errors; its desktop shows that it failed.</param>
    /// <exception cref="HubException"/>
    public Task FailAsync(string customer, string messageId, string why, CancellationToken cancellationToken) => api.TellAsync(
        HttpMethod.Post, $"conversations/messages/{options.Value.IntegrationId}/inbound/open/receipt",
        new GenesysReceipt(
            messageId, new GenesysReceiptChannel(new GenesysRef(customer), time.GetUtcNow()), "Failed",
            [new GenesysReason("GeneralError", why)], IsFinalReceipt: true),
        GenesysJson.Default.GenesysReceipt, cancellationToken);
}
