namespace SmartFlexBot.Web.Page.Sessions;

/// <summary>Which conversation a browser has. Lives encrypted in its cookie.</summary>
/// <param name="Account">A demo customer's account number; null for everybody outside simulator mode.</param>
/// <param name="Locale">One of <see cref="PageLanguages.All"/>.</param>
internal sealed record PageSession(string UserId, string ConversationId, string? Account, string Locale, DateTimeOffset Expires);

/// <param name="Locale">Any BCP-47 tag; null leaves the language as it is.</param>
/// <param name="Customer">A demo customer's account number, in simulator mode.</param>
internal sealed record SessionRequest(string? Locale, string? Customer);

/// <param name="ExpiresIn">Seconds the token lives; Web Chat renews it.</param>
/// <param name="Simulator">Whether the panel for trying out is shown.</param>
internal sealed record SessionAnswer(
    string Token, string ConversationId, string UserId, string Locale, int ExpiresIn, bool Simulator, string? Customer);
