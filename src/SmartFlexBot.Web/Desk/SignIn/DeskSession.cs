using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>
/// How long somebody is signed in: until they touch nothing for a while, never longer than a working day, and not after they or a
/// supervisor have ended it. The encrypted cookie has the last input and the session's id; as whom, and whether at all, the store knows.
/// </summary>
internal sealed class DeskSession(IOptions<DeskOptions> options, DeskSessions sessions, TimeProvider time)
{
    public const string Scheme = "desk";

    private const string Session = "session";

    private const string LastInput = "input";
    private const string Spoken = "language";

    /// <summary>Signs in anew.</summary>
    public async Task BeginAsync(HttpContext context, DeskAgent agent, string language) =>
        await context.SignInAsync(Scheme, DeskClaims.PrincipalOf(agent), await FreshAsync(agent, language, context.RequestAborted));

    public async Task<AuthenticationProperties> FreshAsync(DeskAgent agent, string language, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var end = now + options.Value.LongestSession;
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = end, IsPersistent = false };
        properties.SetString(Session, await sessions.BeginAsync(agent, end, cancellationToken));
        return Touched(properties, language);
    }

    /// <summary>The person has done something, or has chosen a language: the idle time begins anew, the longest time does not.</summary>
    public async Task TouchAsync(HttpContext context, string? language = null)
    {
        if (await context.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: var principal, Properties: var properties })
        {
            await context.SignInAsync(Scheme, principal, Touched(properties.Clone(), language ?? LanguageOf(properties)));
        }
    }

    /// <summary>For all that show this cookie: other tabs, and who has copied it.</summary>
    public async Task EndAsync(HttpContext context)
    {
        await sessions.EndAsync(IdOf((await context.AuthenticateAsync(Scheme)).Properties), context.RequestAborted);
        await context.SignOutAsync(Scheme);
    }

    public static string? IdOf(AuthenticationProperties? properties) => properties?.GetString(Session);

    public static string? LanguageOf(AuthenticationProperties? properties) => properties?.GetString(Spoken);

    public bool IsOver(AuthenticationProperties properties) => EndOf(properties) <= time.GetUtcNow();

    /// <returns>When it ends, if nothing is touched until then.</returns>
    public DateTimeOffset EndOf(AuthenticationProperties properties)
    {
        var idle = long.TryParse(properties.GetString(LastInput), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) + options.Value.IdleTime
            : DateTimeOffset.MinValue;
        return properties.ExpiresUtc is { } longest && longest < idle ? longest : idle;
    }

    private AuthenticationProperties Touched(AuthenticationProperties properties, string? language)
    {
        properties.SetString(LastInput, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        properties.SetString(Spoken, language);
        return properties;
    }
}
