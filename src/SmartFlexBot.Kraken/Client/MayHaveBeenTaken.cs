namespace SmartFlexBot.Kraken.Client;

/// <summary>
/// The one table of what a missing answer tells about a mutation: true where nobody knows whether Kraken acted on it, so that it has
/// to be read before anything is sent again; false where it certainly went no further.
/// </summary>
internal static class MayHaveBeenTaken
{
    /// <summary>An HTTP status that came without an answer in GraphQL.</summary>
    public static bool After(int status) => status switch
    {
        // It came through, and what Kraken says of it cannot be read.
        >= 200 and < 300 => true,

        // "Send it elsewhere", which is not done. 303 is no such thing: it points to what was made of the request.
        301 or 302 or 307 or 308 => false,

        // Whatever stands in front of Kraken, or its own front door, turned it away: malformed, not allowed, not here, too large,
        // too early (425), too many (429).
        400 or 401 or 402 or 403 or 404 or 405 or 406 or 407 or 410 or 411 or 412 or 413 or 414 or 415 or 417 => false,
        421 or 422 or 425 or 426 or 428 or 429 or 431 or 451 => false,

        // Nobody waited for the answer (408, 499), the same request may be under way (409), it broke on its way (5xx), or nobody
        // says what the status means.
        _ => true,
    };

    /// <summary>A connection that failed. Only one that never came to be has certainly carried nothing.</summary>
    public static bool After(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => false,
        HttpRequestError.ConnectionError => false,
        HttpRequestError.SecureConnectionError => false,
        HttpRequestError.ProxyTunnelError => false,
        _ => true,
    };
}
