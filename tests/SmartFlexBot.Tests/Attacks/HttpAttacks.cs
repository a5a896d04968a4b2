namespace SmartFlexBot.Tests.Attacks;

/// <summary>Requests that servers and proxies may read differently, paths that lead out, and too much of anything.</summary>
internal static class HttpAttacks
{
    private const string Post =
        "POST /session HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/json\r\nConnection: close\r\n";

    private static readonly string[] Paths =
    [
        "/appsettings.json", "/appsettings.Development.json", "/../appsettings.json", "/css/../../appsettings.json",
        "/%2e%2e/appsettings.json", "/css/%2e%2e/%2e%2e/appsettings.json", "/..%2fappsettings.json", "/css/..%2f..%2fappsettings.json",
        "/..%5cappsettings.json", "/css/..%5c..%5cappsettings.json", "/css/....//....//appsettings.json",
        "/css/%252e%252e/appsettings.json", "/css/..%c0%af..%c0%afappsettings.json", "/css/chat.css/../../../appsettings.json",
        "/css/..;/..;/appsettings.json", "/.git/config", "/.env", "/data/smartflexbot.db", "/data/simulator.db", "/bot.db",
        "/smartflexbot.db-wal", "/cards/text/en.json", "/markets/demo.json", "/SmartFlexBot.Web.dll", "/SmartFlexBot.Web.deps.json",
        "/web.config", "/Program.cs", "/etc/passwd", "//etc/passwd", "/vendor/webchat/..%2f..%2f..%2fappsettings.json",
        "/js/main.js%00.html", "/js/main.js.map", "/swagger/index.html", "/actuator/env", "/metrics", "/_framework/debug", "/operations",
        "/operations/..%2fhealth/live", "/api/../api/other", "/v3/directline/../../.env",
    ];

    public static IEnumerable<Attack> All => [.. LeadOut, .. Methods, .. Smuggled, .. TooMuch];

    private static IEnumerable<Attack> LeadOut => Paths.Select(path =>
        new Attack($"path {path}", Attack.Call("GET", path), [400, 401, 404]) { Lacks = "ConnectionStrings" });

    private static IEnumerable<Attack> Methods => new[] { "TRACE", "TRACK", "PROPFIND", "MKCOL", "DEBUG", "DELETE", "PUT" }.Select(
        method => new Attack($"method {method}", Attack.Call(method, "/", null, null, "X-Secret: mirrored"), [400, 404, 405, 501])
        {
            Lacks = "mirrored",
        });

    private static IEnumerable<Attack> Smuggled => new (string Name, string Request, int[] Refusals)[]
    {
        ("two lengths", $"{Post}Content-Length: 2\r\nContent-Length: 40\r\n\r\n{{}}", [400]),
        ("a list of lengths", $"{Post}Content-Length: 2, 2\r\n\r\n{{}}", [400]),
        ("a negative length", $"{Post}Content-Length: -1\r\n\r\n{{}}", [400]),
        ("a length in hex", $"{Post}Content-Length: 0x2\r\n\r\n{{}}", [400]),
        ("a length beyond all numbers", $"{Post}Content-Length: 99999999999999999999\r\n\r\n{{}}", [400, 413]),
        ("an encoding that is none", $"{Post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", [400, 411, 501]),
        ("chunked, but not last", $"{Post}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", [400, 411, 501]),
        ("a blank before the colon", $"{Post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", [400]),
        ("a folded header", $"{Post}X-A: b\r\n c\r\nContent-Length: 2\r\n\r\n{{}}", [400]),
        ("a header without a name", $"{Post}: x\r\nContent-Length: 2\r\n\r\n{{}}", [400]),
        ("a header without a colon", $"{Post}nonsense\r\nContent-Length: 2\r\n\r\n{{}}", [400]),
        ("a zero in a header", $"{Post}X-A: a\0b\r\nContent-Length: 2\r\n\r\n{{}}", [400]),
        ("a chunk of no length", $"{Post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n", [400]),
        ("a chunk of more than there is", $"{Post}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n{{}}\r\n0\r\n\r\n", [400, 413]),
        ("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", [400]),
        ("two hosts", "GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n", [400]),
        ("a host with a path", "GET / HTTP/1.1\r\nHost: {host}/evil\r\nConnection: close\r\n\r\n", [400]),
        ("a host with a user", "GET / HTTP/1.1\r\nHost: user@{host}\r\nConnection: close\r\n\r\n", [400]),
        ("two hosts in one", "GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", [400]),
        ("no version", "GET /\r\nHost: {host}\r\n\r\n", [400]),
        ("a version that is none", "GET / HTTP/9.9\r\nHost: {host}\r\n\r\n", [400, 505]),
        ("a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n", [400, 404, 405]),
        ("a zero in the path", "GET /\0 HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", [400]),
        ("a line break in the path", "GET /a\r\nX-Injected: yes HTTP/1.1\r\nHost: {host}\r\n\r\n", [400]),
        ("a chunk of more than there is, for the chat",
            "POST /v3/directline/conversations/{conversation}/activities HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
            + "Authorization: Bearer {token}\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", [400, 413]),
    }.Select(way => new Attack($"HTTP, {way.Name}", way.Request, way.Refusals) { Lacks = "conversationId" });

    private static IEnumerable<Attack> TooMuch
    {
        get
        {
            const string activities = "/v3/directline/conversations/{conversation}/activities";
            const string upload = "/v3/directline/conversations/{conversation}/upload";
            var long300 = new string('x', 300 * 1024);
            return
            [
                .. Attack.At(
                    [("POST", activities, $$"""{"type":"message","text":"{{long300}}"}""")], "300 KB of text", "Bearer {token}", [413]),
                .. Attack.At([("POST", activities, new string(' ', 300 * 1024))], "300 KB of blanks", "Bearer {token}", [413]),
                .. Attack.At([("POST", activities, new string('[', 5000))], "5,000 levels", "Bearer {token}", [400]),
                .. Attack.At([("POST", "/session", $$"""{"locale":"{{new string('x', 5000)}}"}""")], "a session of 5 KB", null, [400, 413]),
                .. Attack.At(
                    [("POST", "/auth/start/x", new string('x', 5000))], "a form of 5 KB", null, [400, 404, 413],
                    "Content-Type: application/x-www-form-urlencoded"),
                .. Attack.At([("GET", $"/?{new string('x', 10_000)}", null)], "an address of 10 KB", null, [414]),
                .. Attack.At([("GET", "/", null)], "a header of 40 KB", null, [431], $"X-Long: {new string('x', 40_000)}"),
                .. Attack.At(
                    [("GET", "/", null)], "200 headers", null, [431], [.. Enumerable.Range(0, 200).Select(count => $"X-{count}: x")]),
                .. Attack.At([("GET", activities, null)], "a token of 30 KB", $"Bearer {new string('x', 30_000)}", [403, 431]),
                .. Attack.At([("GET", activities + "?watermark=-1", null)], "a watermark below all", "Bearer {own}", [400, 403]),
                .. Attack.At(
                    [("POST", upload, "no parts")], "an upload without parts", "Bearer {token}", [400],
                    "Content-Type: multipart/form-data; boundary=x"),
                .. Attack.At([("POST", upload, "{}")], "an upload that is JSON", "Bearer {token}", [415]),
                .. Attack.At(
                    [("POST", activities, """{"type":"message"}""")], "an activity that is XML", "Bearer {token}", [415],
                    "Content-Type: application/xml"),
            ];
        }
    }
}
