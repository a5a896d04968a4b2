using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SmartFlexBot.Web.SignIn;

/// <summary>
/// An id token has to be signed by its provider. ASP.NET's handler lets one through that has no signature, because it came over TLS
/// (OpenID Connect Core, 3.1.3.7, 6); a signature that is there it has checked.
/// </summary>
internal static class SignedToken
{
    /// <summary>With keys that the provider alone has: a secret that is shared with it proves nothing of who has signed.</summary>
    public static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static bool Is(string? idToken) =>
        idToken is not null && new JsonWebToken(idToken) is { IsSigned: true } token && Algorithms.Contains(token.Alg);
}
