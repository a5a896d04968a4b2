namespace SmartFlexBot.KrakenSimulator.Accounts;

/// <summary>A product quoted to a home. It changes nothing.</summary>
/// <param name="Id">quotedProductId.</param>
/// <param name="Revision">Of the product when it was quoted.</param>
/// <param name="AgreementId">The agreement that the home had then.</param>
/// <param name="At">Real.</param>
internal sealed record Quote(string Id, int PropertyId, string ProductCode, int Revision, int AgreementId, DateTimeOffset At);
