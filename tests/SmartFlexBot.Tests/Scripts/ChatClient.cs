using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>One conversation of a customer over Direct Line, as the supplier's page opens it.</summary>
internal sealed class ChatClient(ScriptHost host, string? accountNumber, string? locale)
{
    private const string Secret = "development-direct-line-secret-not-for-production";
    private static readonly TimeSpan TokenAge = TimeSpan.FromMinutes(20);

    private string? _token;
    private DateTimeOffset _issued;
    private string _watermark = "";

    public string? ConversationId { get; private set; }

    /// <summary>What ever let it in.</summary>
    public List<string> Tokens { get; } = [];

    /// <summary>The customer, as the supplier's page names them; null for nobody.</summary>
    public string? Name { get; init; }

    public async Task OpenAsync()
    {
        await SignInAsync();
        await SendAsync(HttpMethod.Post, "conversations", new JsonObject());
    }

    public Task PostAsync(JsonObject activity) => SendAsync(HttpMethod.Post, $"conversations/{ConversationId}/activities", activity);

    public Task UploadAsync(string fileName) => UploadAsync(fileName, new byte[100]);

    public Task UploadAsync(string fileName, byte[] content) => SendAsync(
        HttpMethod.Post, $"conversations/{ConversationId}/upload?userId=x",
        new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } });

    /// <summary>What was said since the last call, the customer's own words included.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAsync()
    {
        var said = new List<JsonObject>();
        while (true)
        {
            var page = await SendAsync(HttpMethod.Get, $"conversations/{ConversationId}/activities?watermark={_watermark}");
            _watermark = page["watermark"]!.GetValue<string>();
            if (page["activities"] is not JsonArray { Count: > 0 } activities)
            {
                return said;
            }

            said.AddRange(activities.Select(activity => activity!.AsObject()));
        }
    }

    /// <summary>Everything that was ever said.</summary>
    public Task<IReadOnlyList<JsonObject>> HistoryAsync()
    {
        _watermark = "";
        return ReadAsync();
    }

    /// <returns>Where what is said can be followed.</returns>
    public async Task<Uri> StreamAddressAsync() =>
        new((await SendAsync(HttpMethod.Get, $"conversations/{ConversationId}"))["streamUrl"]!.GetValue<string>());

    /// <summary>Its page is open in that browser.</summary>
    public async Task RunInAsync(CustomerBrowser browser)
    {
        await RenewAsync();
        await browser.RunChatAsync(host.Address, _token!);
    }

    private async Task RenewAsync()
    {
        if (host.Clock.GetUtcNow() - _issued > TokenAge && _token != Secret && ConversationId is not null)
        {
            await SignInAsync();
        }
    }

    private async Task SignInAsync()
    {
        _token = Secret;
        var body = new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = $"customer-of-{accountNumber}", ["name"] = Name },
            ["accountNumber"] = accountNumber,
            ["locale"] = locale,
            ["conversationId"] = ConversationId,
        };
        _issued = host.Clock.GetUtcNow();
        var session = await SendAsync(HttpMethod.Post, "tokens/generate", body);
        (_token, ConversationId) = (session["token"]!.GetValue<string>(), session["conversationId"]!.GetValue<string>());
        Tokens.Add(_token);
    }

    private Task<JsonObject> SendAsync(HttpMethod method, string path, JsonObject? body = null) =>
        SendAsync(method, path, body is null ? null : JsonContent.Create(body));

    private async Task<JsonObject> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        await RenewAsync();
        using var request = new HttpRequestMessage(method, $"/v3/directline/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        request.Content = content;
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created))
        {
            throw new ScriptException(
                string.Create(CultureInfo.InvariantCulture, $"{method} {path} was answered {(int)response.StatusCode}: {text}"));
        }

        return JsonSerializer.Deserialize<JsonObject>(text)!;
    }
}
