using GraphQL;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Tokens;

internal sealed record TokenView(string Token, object Payload, string RefreshToken, int RefreshExpiresIn);

internal sealed class TokenResolvers(World world, TokenIssuer issuer, IOptions<SimulatorOptions> options) : IResolvers
{
    public const string OrganisationSecretKey = "sim-organisation-secret";
    public const string ApiKey = "sim-api-key";
    public const string CustomerKeyPrefix = "sim-customer-";

    private static readonly string[] Credentials = ["email", "APIKey", "organizationSecretKey", "preSignedKey", "refreshToken"];

    public void AddTo(RootFields fields) => fields.PublicMutation("obtainKrakenToken", Obtain);

    private TokenView Obtain(IResolveFieldContext context)
    {
        var input = context.Input();
        var given = Credentials.Where(credential => input.Text(credential) is not null).ToList();
        if (given.Count != 1)
        {
            throw KrakenError.Of("KT-CT-1134");
        }

        var subject = Subject(given[0], input.Text(given[0])!);
        var (token, claims) = issuer.Issue(subject, TokenIssuer.Access, options.Value.TokenLifetime);
        var (refreshToken, refreshClaims) = issuer.Issue(subject, TokenIssuer.Refresh, options.Value.RefreshTokenLifetime);
        world.Count(context.FieldDefinition.Name);
        var payload = new Dictionary<string, object?> { ["sub"] = claims.Sub, ["iat"] = claims.Iat, ["exp"] = claims.Exp };
        // refreshExpiresIn is a moment in spite of its name.
        return new(token, payload, refreshToken, checked((int)refreshClaims.Exp));
    }

    /// <exception cref="KrakenError">The credential is not one of the demo tenant's.</exception>
    private string Subject(string kind, string value)
    {
        if (kind == "refreshToken")
        {
            var (claims, problem) = issuer.Read(value, TokenIssuer.Refresh);
            return claims?.Sub ?? throw KrakenError.Of(problem!);
        }

        return (kind, value) switch
        {
            ("organizationSecretKey", OrganisationSecretKey) or ("APIKey", ApiKey) => TokenIssuer.Organisation,
            ("preSignedKey", _)
                when value.StartsWith(CustomerKeyPrefix, StringComparison.Ordinal) && world.Exists(value[CustomerKeyPrefix.Length..]) =>
                value[CustomerKeyPrefix.Length..],
            _ => throw KrakenError.Of("KT-CT-1138"),
        };
    }
}
