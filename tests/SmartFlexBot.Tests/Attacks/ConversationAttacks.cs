namespace SmartFlexBot.Tests.Attacks;

/// <summary>What a customer posts who would speak for the runtime, follow another's stream, or use links that are not theirs.</summary>
internal static class ConversationAttacks
{
    private const string Activities = "/v3/directline/conversations/{conversation}/activities";

    private static readonly string[] RuntimeEvents =
    [
        "command/result", "watch/changed", "watch/expired", "journey/changed", "journey/nudge", "journey/silence", "journey/try-again",
        "signin/returned", "link/opened", "link/refused", "tariff/deadline", "WEBCHAT/join", " webchat/join", "webchat", "xwebchat/join",
        "tokens/response", "signin/verifyState",
    ];

    private static readonly string[] OtherTypes =
    [
        "invoke", "invokeResponse", "endOfConversation", "conversationUpdate", "handoff", "installationUpdate", "messageReaction",
        "messageUpdate", "messageDelete", "contactRelationUpdate", "trace", "command", "commandResult", "deleteUserData", "suggestion",
        "MESSAGE", "message ", "",
    ];

    private static readonly string[] Codes =
    [
        new('0', 32), new('a', 32), new('A', 32), new('0', 31), new('0', 33), "%00", "..%2f..%2freturn", "x'%20OR%20'1'='1", "null", "*",
    ];

    public static IEnumerable<Attack> All => [.. Events, .. Streams, .. Links, .. Files, .. Kraken];

    private static IEnumerable<Attack> Events =>
    [
        .. RuntimeEvents.SelectMany(name => Attack.At(
            [("POST", Activities, $$$"""{"type":"event","name":"{{{name}}}","value":{}}""")], $"event '{name}'", "Bearer {token}", [400])),
        .. OtherTypes.SelectMany(type => Attack.At(
            [("POST", Activities, $$"""{"type":"{{type}}","text":"hi"}""")], $"activity '{type}'", "Bearer {token}", [400])),
        .. Attack.At(
            [("POST", Activities, $$$"""{"type":"message","channelData":{"clientActivityID":"{{{new string('i', 201)}}}"}}""")],
            "an id of 201 characters", "Bearer {token}", [400]),
    ];

    private static IEnumerable<Attack> Streams
    {
        get
        {
            const string path = "/v3/directline/conversations/{conversation}/stream";
            string[] upgrade =
            [
                "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            ];
            return
            [
                .. new[] { "", "?t=", "?t=x", "?t={token}", "?t={own}", "?t=a.b.c", "?T={token}" }.SelectMany(
                    query => Attack.At([("GET", path + query, null)], "a stream without its token", null, [401, 403], upgrade)),
                .. Attack.At([("GET", path, null)], "a stream with a header for its token", "Bearer {token}", [401], upgrade),
                .. Forgery.Kinds.Where(kind => kind.StartsWith("alg", StringComparison.Ordinal)).SelectMany(
                    kind => Attack.At([("GET", $"{path}?t={{forged:{kind}}}", null)], $"a stream, {kind}", null, [403], upgrade)),
                .. Attack.At([("GET", path + "?t={token}", null)], "a stream that is no WebSocket", null, [400]),
                .. Attack.At([("POST", path + "?t={token}", "{}")], "a stream that is posted to", null, [405]),
            ];
        }
    }

    private static IEnumerable<Attack> Links =>
    [
        .. Codes.SelectMany(code => Attack.At(
            [("GET", $"/auth/start/{code}", null)], "an invented link", null, [400, 404, 410])),
        .. Codes.SelectMany(code => Attack.At(
            [("POST", $"/auth/start/{code}", "decision=go-on")], "an invented link, decided", null, [400, 404, 410],
            "Content-Type: application/x-www-form-urlencoded")),
        .. Attack.At(
            [("GET", "/auth/return", null)], "an answer that is none", null, [400, 404, 410],
            "Cookie: smartflexbot-signin=" + new string('0', 32)),
        .. Attack.At([("POST", "/auth/return?code=x", "x=y")], "an answer that is posted", null, [405]),
        .. new[] { "nonsense", new string('0', 31), "..%2f..%2fappsettings", "https:%2f%2fevil.example" }.SelectMany(
            code => Attack.At([("GET", $"/auth/qr/{code}.png", null)], "a QR code of something else", null, [400, 404])),
    ];

    private static IEnumerable<Attack> Files => Codes.SelectMany(code => (Attack[])
    [
        .. Attack.At([("GET", $"/tariff/copies/{code}.pdf", null)], "another's agreement", null, [400, 404]),
        .. Attack.At([("GET", $"/tariff/pictures/{code}.png", null)], "another's picture", null, [400, 404]),
    ]);

    private static IEnumerable<Attack> Kraken =>
        new (string Name, string Body, int[] Status)[]
        {
            ("no token", """{"query":"mutation{startTestChargeBogus}"}""", [200]),
            ("an account without a token", """{"query":"{account(accountNumber:\"A-7E51A001\"){number}}"}""", [200]),
            ("a batch", """[{"query":"{__typename}"},{"query":"{__typename}"}]""", [400]),
            ("a text", "\"{__typename}\"", [400]),
            ("a query of another type", """{"query":{"a":1}}""", [400]),
        }
        .Select(way => new Attack($"GraphQL, {way.Name}", Attack.Call("POST", "/simulator/graphql", null, way.Body), way.Status)
        {
            Lacks = "\"number\"",
        })
        .Concat(Attack.At([("GET", "/simulator/graphql?query={__typename}", null)], "GraphQL by GET", null, [404, 405]));
}
