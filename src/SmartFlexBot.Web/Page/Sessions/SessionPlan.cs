namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>Whose conversation a visitor gets, and whether it is the one they had.</summary>
internal sealed record SessionPlan(string? Account, bool Resume)
{
    /// <param name="had">What the visitor's cookie says; null when there is none worth anything.</param>
    /// <param name="customer">The demo customer the visitor asks for.</param>
    /// <param name="demoAccounts">The demo customers; null outside simulator mode, where a browser never chooses an account.</param>
    /// <returns>Null when the customer asked for cannot be given.</returns>
    public static SessionPlan? Decide(PageSession? had, string? customer, IReadOnlyList<string>? demoAccounts)
    {
        if (demoAccounts is null)
        {
            return customer is null ? new(null, had is { Account: null }) : null;
        }

        if (customer is not null && !demoAccounts.Contains(customer))
        {
            return null;
        }

        var kept = had?.Account is { } account && demoAccounts.Contains(account) ? account : demoAccounts is [var first, ..] ? first : null;
        var chosen = customer ?? kept;
        return new(chosen, had is not null && had.Account == chosen);
    }
}
