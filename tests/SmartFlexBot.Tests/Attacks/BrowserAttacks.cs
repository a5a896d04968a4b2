namespace SmartFlexBot.Tests.Attacks;

/// <summary>What another site's page makes a victim's browser send, and names that are made to point here.</summary>
internal static class BrowserAttacks
{
    private static readonly string[] Elsewhere =
    [
        "Origin: https://evil.example", "Origin: null", "Origin: http://{host}.evil.example", "Origin: http://www.supplier.example",
        "Origin: https://www.supplier.example.evil.example", "Origin: https://www.supplier.example:8443",
        "Origin: https://evil.example/www.supplier.example",
    ];

    private static readonly (string Method, string Path, string? Body)[] Control =
    [
        ("GET", "/simulator/control/accounts", null),
        ("POST", "/simulator/control/accounts", """{"extra":1}"""),
        ("POST", "/simulator/control/clock", """{"advance":"PT7M"}"""),
        ("PUT", "/simulator/control/accounts/A-7E51A001/car", """{"pluggedIn":false}"""),
        ("PUT", "/simulator/control/accounts/A-7E51A001/asks", "[]"),
        ("POST", "/simulator/control/accounts/A-7E51A001/reset", ""),
        ("PUT", "/simulator/control/faults", """{"operation":"*","kind":"timeout"}"""),
        ("DELETE", "/simulator/control/faults", null),
        ("PATCH", "/simulator/control/products/SMART-EV-GB", """{"terms":null}"""),
        ("POST", "/simulator/control/accounts/A-7E51A001/enrolment", """{"event":"CANCELLED"}"""),
        ("GET", "/simulator/control/mutations", null),
    ];

    public static IEnumerable<Attack> All => [.. Origins, .. Sessions, .. Controls, .. Connector];

    private static IEnumerable<Attack> Origins => Elsewhere.SelectMany(origin => (Attack[])
    [
        .. Attack.At(
            [
                ("POST", "/v3/directline/conversations", "{}"),
                ("POST", "/v3/directline/conversations/{conversation}/activities", """{"type":"message","text":"hi"}"""),
            ],
            $"Direct Line, {origin}", "Bearer {token}", [403], origin),
        new Attack(
            $"Direct Line read with credentials, {origin}",
            Attack.Call("GET", "/v3/directline/session/getsessionid", "Bearer {token}", null, origin), [200, 204])
        {
            Lacks = "Access-Control-Allow-Origin",
        },
    ]);

    private static IEnumerable<Attack> Sessions =>
    [
        .. Elsewhere.SelectMany(origin => Attack.At(
            [("POST", "/session", "{}"), ("DELETE", "/session", "{}")], $"page session, {origin}", null, [403], origin)),
        .. new[] { "cross-site", "same-site", "none", "same-origin, cross-site", "SAME-ORIGIN" }.SelectMany(site => Attack.At(
            [("POST", "/session", "{}")], $"page session, Sec-Fetch-Site {site}", null, [403], $"Sec-Fetch-Site: {site}")),
        .. new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json-not" }.SelectMany(
            type => Attack.At([("POST", "/session", "{}")], $"page session, a form's {type}", null, [415], $"Content-Type: {type}")),
        .. Attack.At([("POST", "/session", """{"customer":"A-99999999"}""")], "page session, a customer that is none", null, [400]),
        .. Attack.At([("POST", "/session", """{"customer":"' OR 1=1 --"}""")], "page session, a customer in SQL", null, [400]),
        .. Attack.At([("GET", "/session", null), ("PUT", "/session", "{}")], "page session, another method", null, [404, 405]),
    ];

    private static IEnumerable<Attack> Controls =>
        new[] { "Host: evil.example", "Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site" }
            .SelectMany(header => Attack.At(Control, $"simulator control, {header}", null, [403], header));

    private static IEnumerable<Attack> Connector
    {
        get
        {
            const string here =
                """{"type":"message","channelId":"emulator","conversation":{"id":"1"},"from":{"id":"u"},"serviceUrl":"SERVICE"}""";
            (string, string, string?)[] message = [("POST", "/api/messages", Says("http://127.0.0.1:1/"))];
            return
            [
                .. Attack.At(message, "connector, a rebound name", null, [403], "Host: evil.example"),
                .. Attack.At(message, "connector, a rebound name with a port", null, [403], "Host: localhost.evil.example:3978"),
                .. new[]
                {
                    "https://evil.example/", "http://127.0.0.1@evil.example/", "http://169.254.169.254/latest/", "file:///etc/passwd",
                    "http://127.0.0.1.evil.example/", "gopher://127.0.0.1/", "//evil.example", "http://user:pw@127.0.0.1/",
                }.SelectMany(service => Attack.At(
                    [("POST", "/api/messages", Says(service))], $"connector, answers sent to {service}", null, [400, 403])),
                .. Attack.At([("GET", "/api/messages", null)], "connector, another method", null, [405]),
            ];

            static string Says(string service) => here.Replace("SERVICE", service, StringComparison.Ordinal);
        }
    }
}
