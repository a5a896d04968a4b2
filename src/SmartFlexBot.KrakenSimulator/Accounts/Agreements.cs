namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>Which of an account's agreements counts.</summary>
internal static class Agreements
{
    public static Agreement? Present(this Account account, int propertyId, DateTimeOffset now) =>
        account.Of(propertyId).LastOrDefault(agreement => agreement.IsInForceAt(now));

    public static Agreement? Future(this Account account, int propertyId, DateTimeOffset now) =>
        account.Of(propertyId).FirstOrDefault(agreement => agreement.IsFutureAt(now));

    /// <summary>A home's agreements in order of time.</summary>
    public static IEnumerable<Agreement> Of(this Account account, int propertyId) =>
        account.Agreements.Where(agreement => agreement.PropertyId == propertyId).OrderBy(agreement => agreement.InForceAt);

    public static int NextId(this Account account, int propertyId) => propertyId * 100 + account.Of(propertyId).Count() + 1;

    public static Account With(this Account account, Agreement agreement) =>
        account with { Agreements = [.. account.Agreements.Where(other => other.Id != agreement.Id), agreement] };
}
