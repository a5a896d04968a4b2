using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>Has the hub delete what it was told of an account, before the links to it are erased here.</summary>
internal sealed class HubErasure(IAgentHub hub, IListedRecords listed) : IAccountCopies
{
    public async Task EraseAsync(string accountNumber, CancellationToken cancellationToken)
    {
        foreach (var record in await listed.ListAsync(HubLink.RecordKind, 0, cancellationToken))
        {
            if (DeskRecords.Read(record.Json, HubJson.Default.HubLink) is { } link && link.AccountNumber == accountNumber)
            {
                await EraseAsync(link, cancellationToken);
            }
        }
    }

    private async Task EraseAsync(HubLink link, CancellationToken cancellationToken)
    {
        try
        {
            // A round of which nobody has heard yet may have made it.
            var isKnown = link.Place.Contact is not null || link.Place.Conversation is not null;
            var place = isKnown ? link.Place : await hub.FindAsync(link.HandOverId, cancellationToken);
            if (place is not null)
            {
                await hub.EraseAsync(place, cancellationToken);
            }
        }
        catch (HubException problem)
        {
            throw new CopiesNotErasedException(
                $"The hub did not delete its copies ({problem.Message}). Nothing was erased: try again, or take Hub out of the settings.");
        }
    }
}
