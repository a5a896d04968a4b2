using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartFlexBot.Tests.Conversations;
using SmartFlexBot.Tests.Shared;
using SmartFlexBot.Web.Hosting;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// The bot as it runs: the host's own composition on a real port, SQLite files, the simulator behind its own HTTP address. Only the
/// clock is the script's; it stands still unless it is moved.
/// </summary>
internal sealed class ScriptHost : IAsyncDisposable
{
    private static readonly string[] Unlimited =
    [
        "Messages", "MessagesOfAccount", "Kilobytes", "KilobytesOfAccount", "KilobytesOfAddress", "Connections", "Polls",
        "Pages", "CallsOfAddress",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("script-").FullName;
    private readonly string[] _settings;
    private WebApplication? _app;

    private ScriptHost(string[] settings) => _settings = settings;

    /// <summary>The same after a restart: links that were sent still lead here.</summary>
    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}"));

    public ScriptClock Clock { get; } = new();

    public TestLog Log { get; } = new();

    public string StorePath => Path.Combine(_folder, "bot.db");

    public HttpClient Http { get; private set; } = new();

    public IServiceProvider Services => _app!.Services;

    private Quiet Quiet => Services.GetRequiredService<Quiet>();

    /// <param name="settings">Settings as "Section:Name=value".</param>
    public static async Task<ScriptHost> StartAsync(params string[] settings)
    {
        var host = new ScriptHost(settings);
        MigratedStore.CopyTo(host.StorePath);
        if (settings.Any(setting => setting.StartsWith("Logging:", StringComparison.Ordinal)))
        {
            host.Log.Least = LogLevel.Trace;
        }

        await host.StartAsync();
        return host;
    }

    /// <summary>The process ends and another one starts on the same files.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Waits until nothing more happens before the clock moves on, or until somebody outside keeps everybody waiting.</summary>
    public Task SettleAsync() => Quiet.WaitAsync(Clock.GetUtcNow(), TestContext.Current.CancellationToken);

    public async Task<JsonNode?> ControlAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/simulator/control/{path}");
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>Whether the text is anywhere in the bot's own files, as it is.</summary>
    public bool HasStored(string text)
    {
        var sought = Encoding.UTF8.GetBytes(text);
        return new[] { StorePath, $"{StorePath}-wal" }.Where(File.Exists).Any(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            open.CopyTo(bytes);
            return bytes.ToArray().AsSpan().IndexOf(sought) >= 0;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        string[] args =
        [
            "--environment=Development", $"--contentRoot={Path.Combine(RepositoryRoot.Path, "src/SmartFlexBot.Web")}",
            $"--urls={Address.OriginalString}", $"--Store:Path={StorePath}", $"--Simulator:Path={Path.Combine(_folder, "simulator.db")}",
            // Pauses between two tries would wait for the script's clock, and look like work that never ends.
            "--Kraken:RetryDelay=00:00:00",
            // A script says in seconds what a customer says in an hour; the limits have tests of their own.
            .. Unlimited.Select(quota => $"--Quotas:{quota}=1000000"),
            .. _settings.Select(setting => $"--{setting}"),
        ];
        _app = SmartFlexBotHost.Build(args, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton(Clock);
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
            builder.Services.AddSingleton(_ => new Quiet(StorePath));
            builder.Services.AddSingleton<IStartupFilter, CountRequests>();
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Http = new HttpClient { BaseAddress = Address };
    }

    private async Task StopAsync()
    {
        if (_app is null)
        {
            return;
        }

        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _app = null;
    }

    private sealed class CountRequests(Quiet quiet, ScriptClock clock) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, onwards) =>
            {
                if (!http.Request.Path.StartsWithSegments("/simulator/graphql"))
                {
                    await onwards(http);
                    return;
                }

                using var request = quiet.Begin();
                clock.Observe(request.WaitsForTheClock);
                await onwards(http);
            });
            next(app);
        };
    }
}
