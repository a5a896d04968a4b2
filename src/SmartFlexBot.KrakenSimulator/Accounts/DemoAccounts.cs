namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>The demo customers, for a host that lets its visitors be one of them.</summary>
public sealed class DemoAccounts
{
    private readonly World? _world;

    internal DemoAccounts(World? world, bool canBeSteered) => (_world, CanBeSteered) = (world, world is not null && canBeSteered);

    /// <summary>Whether there are control routes: not in Production.</summary>
    public bool CanBeSteered { get; }

    /// <returns>Account numbers in the order of <c>GET /simulator/control/accounts</c>; null when the simulator is not enabled.</returns>
    public IReadOnlyList<string>? Numbers() => _world is null ? null : [.. _world.InOrder().Select(account => account.Number)];

    /// <returns>The customer's first name; null for an account that is not there.</returns>
    public string? GivenNameOf(string number) => _world?.InOrder().FirstOrDefault(account => account.Number == number)?.GivenName;
}
