using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Attacks;

/// <summary>One bot for all attacks, a customer in it who must not notice, and another customer who attacks.</summary>
public sealed partial class AttackedHost : IAsyncLifetime
{
    public const string TrustedOrigin = "https://www.supplier.example";

    public const string OperationsSecret = "an-operators-secret-of-the-tests-0123456789";

    public const string Secret = "development-direct-line-secret-not-for-production";

    private ScriptHost? _host;

    private (string Token, string Conversation) _victim;
    private (string Token, string Conversation) _attacker;

    private ScriptHost Host => _host ?? throw new InvalidOperationException("The host has not been started.");

    public async ValueTask InitializeAsync()
    {
        _host = await ScriptHost.StartAsync(
            [
                $"Operations:Secret={OperationsSecret}", "Page:SessionCallsPerMinute=100000",
                $"DirectLine:TrustedOrigins:0={TrustedOrigin}",
                // What is refused here is refused for its own reason, and not because there is so much of it.
                .. new[]
                {
                    "Messages", "MessagesOfAccount", "Kilobytes", "KilobytesOfAccount", "KilobytesOfAddress", "Connections", "Polls",
                    "Pages", "CallsOfAddress",
                }.Select(quota => $"Quotas:{quota}=1000000"),
            ]);
        _victim = await OpenAsync("A-7E51A001");
        _attacker = await OpenAsync("A-7E51A002");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    internal async Task<(int Status, string Text)> SendAsync(Attack attack)
    {
        var bytes = Encoding.Latin1.GetBytes(Fill(attack.Request));
        using var client = new TcpClient();
        await client.ConnectAsync(Host.Address.Host, Host.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var answer = "";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            await stream.WriteAsync(bytes, patience.Token);
            var buffer = new byte[8192];
            while (!IsWhole(answer) && await stream.ReadAsync(buffer, patience.Token) is > 0 and var read)
            {
                answer += Encoding.Latin1.GetString(buffer, 0, read);
            }
        }
        catch (Exception shut) when (shut is IOException or SocketException or OperationCanceledException)
        {
            // Who is refused in the middle of a body may find the door shut; what was answered before counts.
        }

        return (answer.Split(' ') is ["HTTP/1.1", var status, ..] && int.TryParse(status, out var code) ? code : 0, answer);
    }

    /// <summary>Not every refusal ends the connection.</summary>
    private static bool IsWhole(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = Length().Match(answer[..end]);
        return length.Success
            ? answer.Length - end - 4 >= int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture)
            : answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\r\nContent-Length: (\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    /// <summary>What the victim's chat shows, as one text.</summary>
    internal async Task<string> VictimSeesAsync() =>
        (await AskAsync(HttpMethod.Get, $"conversations/{_victim.Conversation}/activities", _victim.Token))["activities"]!.ToJsonString();

    private string Fill(string request)
    {
        var text = request.Replace("{host}", Host.Address.Authority, StringComparison.Ordinal)
            .Replace("{token}", _victim.Token, StringComparison.Ordinal)
            .Replace("{conversation}", _victim.Conversation, StringComparison.Ordinal)
            .Replace("{own}", _attacker.Token, StringComparison.Ordinal);
        foreach (var kind in Forgery.Kinds)
        {
            var place = $"{{forged:{kind}}}";
            if (text.Contains(place, StringComparison.Ordinal))
            {
                var token = Forgery.Make(kind, Host.Services, _victim.Token, _attacker.Token);
                text = text.Replace(place, token, StringComparison.Ordinal);
            }
        }

        var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return text.Replace("{length}", $"{text.Length - body}", StringComparison.Ordinal);
    }

    private async Task<(string Token, string Conversation)> OpenAsync(string account)
    {
        var customer = new JsonObject { ["user"] = new JsonObject { ["id"] = $"of-{account}" }, ["accountNumber"] = account };
        var session = await AskAsync(HttpMethod.Post, "tokens/generate", Secret, customer);
        var token = session["token"]!.GetValue<string>();
        await AskAsync(HttpMethod.Post, "conversations", token, []);
        await Host.SettleAsync();
        return (token, session["conversationId"]!.GetValue<string>());
    }

    private async Task<JsonObject> AskAsync(HttpMethod method, string path, string bearer, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.Add("Origin", TrustedOrigin);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!.AsObject();
    }
}
