using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using SmartFlexBot.Channels.BotConnector;

namespace SmartFlexBot.Tests.Channels.BotConnector.Callers;

/// <summary>Bot protocol C1: whose tokens are believed.</summary>
public sealed class ChannelTokensTests : IDisposable
{
    private static readonly IssuerKey Teams = Admission.TeamsKey;

    /// <summary>Each is a channel's token with one thing wrong.</summary>
    private static readonly Dictionary<string, Func<TokenDraft, string>> Attacks = new(StringComparer.Ordinal)
    {
        ["alg none"] = token => $"{token.With("alg", "none").Text}.",
        ["alg none with a signature"] = token => token.With("alg", "none").SignedBy(Teams),
        ["alg None"] = token => token.With("alg", "None").SignedBy(Teams),
        ["no alg"] = token => token.With("alg", null).SignedBy(Teams),
        ["HS256 with the public key"] = token =>
        {
            var text = token.With("alg", "HS256");
            return text.SignedAs(HMACSHA256.HashData(Teams.PublicPem, Encoding.ASCII.GetBytes(text.Text)));
        },
        ["PS256"] = token =>
        {
            var text = token.With("alg", "PS256");
            return text.SignedAs(Teams.Sign(text.Text, padding: RSASignaturePadding.Pss));
        },
        ["signed by another key under a known id"] = token => token.SignedBy(Admission.UnpublishedKey),
        ["a key of its own in the header"] = token =>
            token.With("jwk", Admission.UnpublishedKey.Publish()).SignedBy(Admission.UnpublishedKey),
        ["a key of its own at an address"] = token =>
            token.With("jku", "https://evil.example/keys").With("x5u", "https://evil.example/x").SignedBy(Admission.UnpublishedKey),
        ["an unknown key id"] = token => token.With("kid", "teams-2").SignedBy(Admission.UnpublishedKey),
        ["no key id"] = token => token.With("kid", null).SignedBy(Teams),
        ["an extension to be known"] = token => token.With("crit", new JsonArray("exp")).SignedBy(Teams),
        ["another audience"] = token => token.Saying("aud", "0d5c4d3e-0000-4a9a-8a6e-2c1b6b7f0a11").SignedBy(Teams),
        ["the audience in capitals"] = token => token.Saying("aud", TokenDraft.AppId.ToUpperInvariant()).SignedBy(Teams),
        ["two audiences"] = token => token.Saying("aud", new JsonArray(TokenDraft.AppId, "another")).SignedBy(Teams),
        ["no audience"] = token => token.Saying("aud", null).SignedBy(Teams),
        ["another issuer"] = token => token.Saying("iss", "https://evil.example").SignedBy(Teams),
        ["the government's issuer"] = token => token.Saying("iss", "https://api.botframework.us").SignedBy(Teams),
        ["no issuer"] = token => token.Saying("iss", null).SignedBy(Teams),
        ["an emulator's token of the emulator's tenant"] = token =>
            OfEntra(token, "d6d49420-f39b-4df7-a1dc-d59a935871db").SignedBy(Teams),
        ["an emulator's token of our own tenant"] = token => OfEntra(token, "11111111-2222-3333-4444-555555555555").SignedBy(Teams),
        ["a tenant's id in a channel's token, and who asked for it"] = token =>
            token.Saying("tid", "11111111-2222-3333-4444-555555555555").Saying("appid", TokenDraft.AppId).SignedBy(Teams),
        ["another bot's token"] = token => token.Saying("ver", "2.0").Saying("azp", "another").SignedBy(Teams),
        ["expired for six minutes"] = token => Shifted(token, "exp", -6).SignedBy(Teams),
        ["not valid for six minutes yet"] = token => Shifted(token, "nbf", 6).SignedBy(Teams),
        ["no end"] = token => token.Saying("exp", null).SignedBy(Teams),
        ["no serviceurl"] = token => token.Saying("serviceurl", null).SignedBy(Teams),
        ["an empty serviceurl"] = token => token.Saying("serviceurl", "").SignedBy(Teams),
        ["two serviceurls"] = token =>
            token.Saying("serviceurl", new JsonArray(TokenDraft.ServiceUrl, "https://evil.example")).SignedBy(Teams),
        ["a claim twice"] = token =>
        {
            var claims = token.Claims.ToJsonString().Replace("{", """{"aud":"another",""", StringComparison.Ordinal);
            var text = $"{token.Text.Split('.')[0]}.{Base64UrlEncoder.Encode(claims)}";
            return $"{text}.{Base64UrlEncoder.Encode(Teams.Sign(text))}";
        },
        ["claims changed after signing"] = token =>
            token.Saying("serviceurl", "https://evil.example").SignedAs(Teams.Sign(token.Text)),
        ["five parts"] = token => $"{token.SignedBy(Teams)}.x.y",
        ["no JSON"] = _ => "e30x.e30x.e30x",
        ["nothing"] = _ => "",
    };

    private readonly Admission _admission = new();

    public static TheoryData<string> Kinds => [.. Attacks.Keys];

    /// <summary>A channel's token as an attacker would change it.</summary>
    internal static string Attack(string kind, TokenDraft draft) => Attacks[kind](draft);

    public void Dispose() => _admission.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_with_one_thing_wrong_is_refused(string attack) =>
        (await _admission.StatusOfAsync($"Bearer {Attacks[attack](_admission.Draft)}")).ShouldBe(401);

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_channels_token_is_believed(string algorithm)
    {
        var draft = _admission.Draft.With("alg", algorithm);
        var hash = new HashAlgorithmName($"SHA{algorithm[2..]}");

        (await _admission.StatusOfAsync($"Bearer {draft.SignedAs(Teams.Sign(draft.Text, hash))}")).ShouldBe(200);
    }

    [Theory]
    [InlineData("exp", -4)]
    [InlineData("nbf", 4)]
    public async Task Clocks_may_differ_by_five_minutes(string claim, int minutes) =>
        (await _admission.StatusOfAsync(Shifted(_admission.Draft, claim, minutes))).ShouldBe(200);

    [Theory]
    [InlineData("{0}")]
    [InlineData("Basic {0}")]
    [InlineData("Bearer  {0}")]
    [InlineData("Bearer {0} ")]
    [InlineData("Bearer {0},Bearer {0}")]
    public async Task The_header_is_one_word_and_one_token(string form) =>
        (await _admission.StatusOfAsync(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, form, _admission.Draft.SignedBy(Teams)))).ShouldBe(401);

    [Fact]
    public async Task Nothing_is_fetched_for_what_cannot_be_right()
    {
        string[] hopeless =
            ["another issuer", "another audience", "alg none with a signature", "no serviceurl", "another bot's token", "no JSON"];

        foreach (var attack in hopeless)
        {
            await _admission.StatusOfAsync($"Bearer {Attacks[attack](_admission.Draft)}");
        }

        _admission.Issuer.Fetches.ShouldBe(0);
    }

    [Fact]
    public async Task The_governments_cloud_has_its_own_issuer()
    {
        using var government = new Admission(BotCloud.Government);

        (await government.StatusOfAsync(government.Draft)).ShouldBe(401);
        (await government.StatusOfAsync(government.Draft.Saying("iss", "https://api.botframework.us"))).ShouldBe(200);
    }

    /// <summary>As a bot, an emulator or a skill gets them.</summary>
    private static TokenDraft OfEntra(TokenDraft token, string tenant) => token
        .Saying("iss", $"https://sts.windows.net/{tenant}/").Saying("tid", tenant).Saying("appid", TokenDraft.AppId).Saying("ver", "1.0");

    private static TokenDraft Shifted(TokenDraft token, string claim, int minutes)
    {
        var now = token.Claims["nbf"]!.GetValue<long>();
        return token.Saying(claim, now + (minutes * 60));
    }
}
