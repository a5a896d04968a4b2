using System.Web;

namespace SmartFlexBot.Kraken.Classic;

/// <summary>The two addresses of an OAuth sign-in (RFC 6749 4.1): the one the browser is sent to, and the one it comes back with.</summary>
internal static class SignInAddress
{
    /// <summary>What the maker's page gave, from the whole final address.</summary>
    /// <returns>Null when it is no such address.</returns>
    public static Continuation? Parse(string continuationUri)
    {
        if (!Uri.TryCreate(continuationUri.Trim(), UriKind.Absolute, out var uri))
        {
            return null;
        }

        var query = HttpUtility.ParseQueryString(uri.Query);
        return query["error"] is { Length: > 0 } error ? new(Code: null, query["state"], error)
            : query["code"] is { Length: > 0 } code ? new(code, query["state"], Error: null)
            : null;
    }

    /// <summary>An answer to another sign-in than ours would register a stranger's car.</summary>
    public static bool Belongs(Continuation continuation, string? authorizationUri) =>
        Parameter(authorizationUri, "state") is not { } expected || expected == continuation.State;

    /// <summary>Where the maker's page sends the browser; null when the address does not tell.</summary>
    public static string? RedirectUri(string? authorizationUri) => Parameter(authorizationUri, "redirect_uri");

    private static string? Parameter(string? address, string name) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && HttpUtility.ParseQueryString(uri.Query)[name] is { Length: > 0 } value
            ? value
            : null;
}

/// <param name="Code">The authorization code; null when the sign-in failed.</param>
internal sealed record Continuation(string? Code, string? State, string? Error);
