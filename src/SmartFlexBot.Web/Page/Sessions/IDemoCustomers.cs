namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>The simulator's demo customers. Registered in simulator mode alone: then, and only then, a visitor may choose an account.</summary>
public interface IDemoCustomers
{
    /// <returns>Account numbers; the first one is whom a new visitor is.</returns>
    Task<IReadOnlyList<string>> ReadAccountNumbersAsync(CancellationToken cancellationToken);
}
