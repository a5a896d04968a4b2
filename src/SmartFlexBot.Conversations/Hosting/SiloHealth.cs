using Orleans.Runtime;

namespace SmartFlexBot.Conversations.Hosting;

/// <summary>Whether this node runs conversations: its silo has joined and has not begun to leave.</summary>
public sealed class SiloHealth
{
    private readonly ISiloStatusOracle _silo;

    internal SiloHealth(ISiloStatusOracle silo) => _silo = silo;

    public bool IsActive => _silo.CurrentStatus == SiloStatus.Active;
}
