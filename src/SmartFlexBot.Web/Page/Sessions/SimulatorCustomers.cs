using SmartFlexBot.KrakenSimulator.Accounts;

namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>The demo customers of the simulator inside this host.</summary>
internal sealed class SimulatorCustomers(DemoAccounts accounts) : IDemoCustomers
{
    public bool CanBeSteered => accounts.CanBeSteered;

    public Task<IReadOnlyList<string>?> ReadAccountNumbersAsync(CancellationToken cancellationToken) => Task.FromResult(accounts.Numbers());

    public string? GivenNameOf(string account) => accounts.GivenNameOf(account);
}
