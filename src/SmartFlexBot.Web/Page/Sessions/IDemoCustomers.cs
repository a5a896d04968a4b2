namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>The simulator's demo customers: in simulator mode, and only then, a visitor may choose an account.</summary>
public interface IDemoCustomers
{
    /// <summary>Whether a visitor may change the simulated world: not in Production.</summary>
    bool CanBeSteered { get; }

    /// <returns>Account numbers, the first one being whom a new visitor is; null outside simulator mode.</returns>
    Task<IReadOnlyList<string>?> ReadAccountNumbersAsync(CancellationToken cancellationToken);

    /// <returns>What the chat greets the customer with; null when there is no such customer.</returns>
    string? GivenNameOf(string account);
}
