namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>
/// A home's contract for a product. Days on the calendar are real, and the simulated clock runs ahead of them: so an agreement has the
/// day that was agreed, and the simulated moment at which that day has come.
/// </summary>
/// <param name="Id">availableProductSwitchDates wants it.</param>
/// <param name="From">On the calendar.</param>
/// <param name="InForceAt">Simulated. The home's present agreement is the last one that is in force.</param>
/// <param name="To">On the calendar: the end of a fixed term.</param>
/// <param name="WithdrawnAt">Simulated; an agreement that is withdrawn before it is in force never is.</param>
/// <param name="EnrolmentId">The enrolment that made it (GB).</param>
internal sealed record Agreement(
    int Id,
    int PropertyId,
    string ProductCode,
    DateTimeOffset From,
    DateTimeOffset InForceAt,
    DateTimeOffset? To = null,
    DateTimeOffset? WithdrawnAt = null,
    string? EnrolmentId = null)
{
    public bool IsInForceAt(DateTimeOffset now) => InForceAt <= now && !IsWithdrawn(now);

    public bool IsFutureAt(DateTimeOffset now) => InForceAt > now && !IsWithdrawn(now);

    public bool IsWithdrawn(DateTimeOffset now) => WithdrawnAt <= now && WithdrawnAt < InForceAt;
}
