using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.KrakenSimulator;

namespace SmartFlexBot.Tests.KrakenSimulator;

/// <summary>The simulator alone, on a test server, with a clock that stands still unless it is moved.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private SimulatorHost(WebApplication app, string folder, bool ownsFolder, FakeTimeProvider time)
    {
        (_app, Folder, _ownsFolder, Time) = (app, folder, ownsFolder, time);
        Client = _app.GetTestClient();
        // A page's answer is looked at, not followed.
        Client.BaseAddress = new("http://simulator");
    }

    public HttpClient Client { get; }

    public string Folder { get; }

    public FakeTimeProvider Time { get; }

    public string? Token { get; set; }

    public static async Task<SimulatorHost> StartAsync(
        string? folder = null, FakeTimeProvider? time = null, string environment = "Development",
        params (string Key, string Value)[] settings)
    {
        var root = folder ?? Directory.CreateTempSubdirectory("simulator-").FullName;
        var clock = time ?? new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = root });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Simulator:{setting.Key}", (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddKrakenSimulator(builder.Configuration);
        var app = builder.Build();
        app.MapKrakenSimulator();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, root, folder is null, clock);
    }

    public static async Task<SimulatorHost> SignedInAsync(params (string Key, string Value)[] settings)
    {
        var host = await StartAsync(settings: settings);
        await host.SignInAsync();
        return host;
    }

    /// <summary>For a client of the bot's own.</summary>
    public HttpMessageHandler Handler() => _app.GetTestServer().CreateHandler();

    public async Task SignInAsync(string credential = """organizationSecretKey: "sim-organisation-secret" """)
    {
        var answer = await RunAsync($$"""mutation { obtainKrakenToken(input: { {{credential}} }) { token } }""");
        Token = answer.Text("obtainKrakenToken.token");
    }

    /// <summary>A request that works.</summary>
    public async Task<GraphQLAnswer> RunAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        answer.Errors.ShouldBeEmpty();
        return answer;
    }

    /// <summary>The error code of a request that does not.</summary>
    public async Task<string> RefusedAsync(string query, object? variables = null) => (await SendAsync(query, variables)).Code;

    public async Task<GraphQLAnswer> SendAsync(string query, object? variables = null)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "/simulator/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (Token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", Token);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return new(await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    public async Task<HttpResponseMessage> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/simulator/control/{path}");
        if (body is not null)
        {
            request.Content = body is string text ? new StringContent(text) : JsonContent.Create(body);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task SteerAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await ControlAsync(method, path, body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task AdvanceAsync(string duration) => SteerAsync(HttpMethod.Post, "clock", new { advance = duration });

    public Task CarAsync(string account, object change) => SteerAsync(HttpMethod.Put, $"accounts/{account}/car", change);

    public async Task<JsonElement> ShowAsync(string path) =>
        await Client.GetFromJsonAsync<JsonElement>($"/simulator/control/{path}", TestContext.Current.CancellationToken);

    public async Task<(long Count, long Refused)> CountAsync(string mutation, string? account)
    {
        var counts = (await ShowAsync("mutations")).GetProperty("counts").EnumerateArray();
        var found = counts.SingleOrDefault(
            count => count.GetProperty("name").GetString() == mutation && count.GetProperty("account").GetString() == account);
        return found.ValueKind == JsonValueKind.Undefined
            ? (0, 0)
            : (found.GetProperty("count").GetInt64(), found.GetProperty("refused").GetInt64());
    }

    /// <summary>Presses a button of the maker's page, and gives the address that the browser is sent to.</summary>
    public async Task<Uri> DecideAsync(string authorizationUri, string decision = "allow")
    {
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(authorizationUri).Query)["state"].ToString();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["state"] = state, ["decision"] = decision });
        using var response = await Client.PostAsync("/simulator/provider/authorize", form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        return response.Headers.Location!;
    }

    public async Task ApproveKeyAsync(string keyUri)
    {
        var car = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(keyUri).Query)["car"].ToString();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["car"] = car });
        using var response = await Client.PostAsync("/simulator/tesla/key", form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
