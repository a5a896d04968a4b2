using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>
/// How long somebody is signed in: until they touch nothing for a while, and never longer than a working day. All of it is in the
/// encrypted cookie, so that any node knows it.
/// </summary>
internal sealed class DeskSession(IOptions<DeskOptions> options, TimeProvider time)
{
    public const string Scheme = "desk";

    private const string LastInput = "input";
    private const string Spoken = "language";

    /// <summary>Signs in anew.</summary>
    public Task BeginAsync(HttpContext context, DeskAgent agent, string language) =>
        context.SignInAsync(Scheme, DeskClaims.PrincipalOf(agent), Fresh(language));

    public AuthenticationProperties Fresh(string language)
    {
        var now = time.GetUtcNow();
        return Touched(new() { IssuedUtc = now, ExpiresUtc = now + options.Value.LongestSession, IsPersistent = false }, language);
    }

    /// <summary>The person has done something, or has chosen a language: the idle time begins anew, the longest time does not.</summary>
    public async Task TouchAsync(HttpContext context, string? language = null)
    {
        if (await context.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: var principal, Properties: var properties })
        {
            await context.SignInAsync(Scheme, principal, Touched(properties.Clone(), language ?? LanguageOf(properties)));
        }
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

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
