using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk.Hubs;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk;

/// <summary>The desk for turns: read again only when something of it has changed.</summary>
internal sealed class DeskBoardReader(
    IListedRecords listed, DeskRecords records, IEnumerable<IAgentHub> hubs, IEnumerable<Handoff> handoffs,
    MarketSettings market) : IDeskBoard
{
    private readonly Handoff? _handoff = handoffs.FirstOrDefault();
    private readonly bool _hasHub = hubs.Any() || handoffs.Any();

    private volatile Known? _known;

    public async Task<DeskBoardView?> ReadAsync(CancellationToken cancellationToken)
    {
        if (market.Desk is null)
        {
            return null;
        }

        var newest = await listed.NewestAsync(cancellationToken);
        if (_known is { } known && known.Newest == newest)
        {
            return known.View;
        }

        var agents = await records.AgentsAsync(cancellationToken);
        DeskBoardView? view = agents.Count == 0 && !_hasHub
            ? null
            : new(agents, await records.OpenAsync(cancellationToken), _hasHub, _handoff);
        _known = new(newest, view);
        return view;
    }

    private sealed record Known(long Newest, DeskBoardView? View);
}
