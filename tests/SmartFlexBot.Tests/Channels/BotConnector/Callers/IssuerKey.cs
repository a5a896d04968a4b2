using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace SmartFlexBot.Tests.Channels.BotConnector.Callers;

/// <summary>A key of an issuer of tokens: how it is published, and what it signs.</summary>
internal sealed class IssuerKey(string id, params string[] endorsements)
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    /// <summary>As an attacker has it who uses it as the secret of an HMAC.</summary>
    public byte[] PublicPem => Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    public JsonObject Publish(string use = "sig")
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = use,
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]),
        };
    }

    public byte[] Sign(string text, HashAlgorithmName? hash = null, RSASignaturePadding? padding = null) =>
        _rsa.SignData(Encoding.ASCII.GetBytes(text), hash ?? HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1);
}
