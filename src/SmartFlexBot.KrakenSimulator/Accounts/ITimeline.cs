namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>
/// What time alone has done to an account. It gives the same answer however often it is asked, because each thing is dated by the fact
/// that caused it and not by the moment of asking.
/// </summary>
internal interface ITimeline
{
    Account Settle(Account account, DateTimeOffset now);
}
