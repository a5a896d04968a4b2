using System.Text;

namespace SmartFlexBot.Tests.Attacks;

/// <summary>Tokens and secrets: forged, foreign, in the wrong place.</summary>
internal static class CredentialAttacks
{
    private const string Hello = """{"type":"message","text":"hi"}""";

    private static readonly (string Method, string Path, string? Body)[] TokenPlaces =
    [
        ("GET", "/v3/directline/conversations/{conversation}/activities", null),
        ("POST", "/v3/directline/conversations/{conversation}/activities", Hello),
    ];

    private static readonly (string Method, string Path, string? Body)[] OperationsPlaces =
    [
        ("GET", "/operations/dead-letters", null), ("POST", "/operations/dead-letters/retry", ""),
    ];

    private static string Secret => AttackedHost.Secret;

    public static IEnumerable<Attack> All => [.. Tokens, .. Secrets, .. Operations];

    private static IEnumerable<Attack> Tokens =>
    [
        .. Forgery.Kinds.SelectMany(kind => Attack.At(TokenPlaces, $"token, {kind}", $"Bearer {{forged:{kind}}}", [401, 403])),
        .. Attack.At(TokenPlaces, "no token", null, [401]),
        .. Attack.At(TokenPlaces, "the secret for a token", $"Bearer {Secret}", [403]),
        .. Attack.At(TokenPlaces, "a token as Basic", "Basic {token}", [403]),
        .. Attack.At(TokenPlaces, "two tokens", "Bearer {own}, Bearer {token}", [403]),
        .. Attack.At(
            [("GET", "/v3/directline/conversations/{conversation}/activities?t={token}", null)], "a token in the address", null, [401]),
        .. Attack.At([("GET", "/v3/directline/conversations/{conversation}", null)], "another's conversation", "Bearer {own}", [403]),
        .. Attack.At(
            [("POST", "/v3/directline/conversations/{conversation}/upload", "x")], "another's upload", "Bearer {own}", [403],
            "Content-Type: multipart/form-data; boundary=x"),
    ];

    private static IEnumerable<Attack> Secrets =>
        new (string Name, string? Shown, string[] Headers)[]
        {
            ("none", null, []),
            ("an empty one", "Bearer ", []),
            ("a wrong one", "Bearer wrong-secret-of-more-than-32-characters", []),
            ("one letter less", $"Bearer {Secret[..^1]}", []),
            ("one letter more", $"Bearer {Secret}x", []),
            ("in capitals", $"Bearer {Secret.ToUpperInvariant()}", []),
            ("twice", $"Bearer {Secret} {Secret}", []),
            ("as Basic", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($":{Secret}"))}", []),
            ("without its scheme", Secret, []),
            ("after another", $"Bearer wrong, Bearer {Secret}", []),
            ("in a cookie", null, [$"Cookie: Authorization=Bearer {Secret}"]),
            ("in a header of its own", null, [$"X-Api-Key: {Secret}"]),
            ("a customer's token", "Bearer {token}", []),
            ("with a zero in it", $"Bearer {Secret}\0", []),
        }
        .SelectMany(way => Attack.At(
            [("POST", "/v3/directline/tokens/generate", """{"accountNumber":"A-7E51A001"}""")],
            $"secret, {way.Name}", way.Shown, [400, 401, 403], way.Headers))
        .Concat(
        [
            .. Attack.At(
                [("POST", $"/v3/directline/tokens/generate?secret={Secret}", "{}")], "secret, in the address", null, [401]),
            .. Attack.At(
                [("POST", "/v3/directline/tokens/generate", """{"conversationId":"{conversation}","accountNumber":"A-7E51A002"}""")],
                "another account's conversation", $"Bearer {Secret}", [403]),
        ]);

    private static IEnumerable<Attack> Operations =>
        new (string Name, string? Shown)[]
        {
            ("none", null),
            ("one letter less", $"Bearer {AttackedHost.OperationsSecret[..^1]}"),
            ("another scheme", $"Basic {AttackedHost.OperationsSecret}"),
            ("another case", $"Bearer {AttackedHost.OperationsSecret.ToUpperInvariant()}"),
            ("the Direct Line secret", $"Bearer {Secret}"),
            ("a customer's token", "Bearer {token}"),
            ("two at once", $"Bearer x, Bearer {AttackedHost.OperationsSecret}"),
        }
        .SelectMany(way => Attack.At(OperationsPlaces, $"operations, {way.Name}", way.Shown, [401]))
        .Concat(Attack.At(
            [("GET", $"/operations/dead-letters?secret={AttackedHost.OperationsSecret}", null)],
            "operations, in the address", null, [401]));
}
