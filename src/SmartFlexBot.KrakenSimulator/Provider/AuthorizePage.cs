using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Provider;

/// <summary>The maker's sign-in page: which access is asked for, Allow and Deny.</summary>
internal sealed class AuthorizePage(World world, TimeProvider time, IOptions<SimulatorOptions> options)
{
    public IResult Show(HttpContext http, string? state)
    {
        if (Find(state) is not var (account, signIn))
        {
            return Unknown(http);
        }

        var redirect = Redirect(http);
        if (!IsOpen(signIn))
        {
            return Closed(http, redirect, signIn);
        }

        var provider = HtmlPage.Encode(ProviderNames.Of(signIn.Provider));
        var access = string.Concat(ProviderNames.AccessOf(signIn.Provider).Select(one => $"<li>{HtmlPage.Encode(one)}</li>"));
        return HtmlPage.Show(http, $"{ProviderNames.Of(signIn.Provider)}: allow access?", $"""
            <p>Signed in as <strong>{HtmlPage.Encode(account.Email)}</strong>. <strong>Demo Energy</strong> asks {provider} for:</p>
            <ul>{access}</ul>
            <form method="post" action="{Links.AuthorizePath}">
            <input type="hidden" name="state" value="{HtmlPage.Encode(signIn.State)}">
            <div class="actions">
            <button class="primary" name="decision" value="allow">Allow</button>
            <button name="decision" value="deny">Deny</button>
            </div>
            </form>
            <p class="soft">You can take this access back at any time in your {provider} account.</p>
            """, redirect);
    }

    public async Task<IResult> DecideAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return Unknown(http);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Find(form["state"]) is not var (account, signIn))
        {
            return Unknown(http);
        }

        if (!IsOpen(signIn))
        {
            return Closed(http, Redirect(http), signIn);
        }

        var changed = world.Change(account.Number, null, (known, now) => Decide(known, signIn.State, form["decision"] == "allow", now));
        var decided = changed.SignIns.Single(one => one.State == signIn.State);
        return SeeOther(http, decided.Code is null
            ? Denied(Redirect(http), signIn.State)
            : QueryHelpers.AddQueryString(
                Redirect(http).AbsoluteUri, new Dictionary<string, string?> { ["code"] = decided.Code, ["state"] = decided.State }));
    }

    private static Account Decide(Account account, string state, bool isAllowed, DateTimeOffset now)
    {
        var signIn = account.SignIns.Single(one => one.State == state);
        if (isAllowed && account.SignInDenials == 0)
        {
            return account.With(signIn with { Code = SignIn.NewSecret(), AllowedAt = now });
        }

        return account.With(signIn with { IsDenied = true }) with { SignInDenials = Math.Max(0, account.SignInDenials - 1) };
    }

    private (Account Account, SignIn SignIn)? Find(string? state)
    {
        if (state is null || world.OwnerOf(state) is not { } owner || world.Find(owner) is not { } account)
        {
            return null;
        }

        return account.SignIns.FirstOrDefault(one => one.State == state) is { } signIn ? (account, signIn) : null;
    }

    private bool IsOpen(SignIn signIn) =>
        signIn is { Code: null, IsDenied: false } && !signIn.IsExpiredAt(time.GetUtcNow(), options.Value.SignInLifetime);

    private Uri Redirect(HttpContext http) => Links.Redirect(Links.BaseUri(http, options.Value), options.Value);

    private static string Denied(Uri redirect, string state) =>
        QueryHelpers.AddQueryString(
            redirect.AbsoluteUri, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = state });

    private static IResult Closed(HttpContext http, Uri redirect, SignIn signIn) => HtmlPage.Show(http, "This link no longer works", $"""
        <p>It was used before, or it is too old. Go back to get a new one.</p>
        <div class="actions"><a class="button primary" href="{HtmlPage.Encode(Denied(redirect, signIn.State))}">Back</a></div>
        """, status: StatusCodes.Status410Gone);

    private static IResult Unknown(HttpContext http) => HtmlPage.Show(http, "This link is not known",
        "<p>Please open the link from your chat once more.</p>", status: StatusCodes.Status404NotFound);

    private static IResult SeeOther(HttpContext http, string address)
    {
        // Not Results.Redirect: its 302 lets a browser repeat the POST.
        http.Response.Headers.Location = address;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
