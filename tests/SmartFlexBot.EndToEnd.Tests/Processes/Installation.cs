using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.EndToEnd.Tests.Processes;

/// <summary>
/// A bot and its simulator, their addresses and their files, which outlive the processes: what is killed and started again finds
/// everything where it was.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("smartflexbot-");
    private readonly OnboardingApi _api;
    private readonly string? _market;
    private readonly bool _ownSimulator;
    private readonly SemaphoreSlim _revival = new(1);
    private readonly Dictionary<string, string> _settings = [];
    private HostProcess? _bot;
    private HostProcess? _simulator;
    private TlsProxy? _proxy;

    private Installation(OnboardingApi api, string? market, bool ownSimulator)
    {
        (_api, _market, _ownSimulator) = (api, market, ownSimulator);
        Bot = Address();
        Control = new SimulatorControl(ownSimulator ? Address() : Bot);
    }

    public Uri Bot { get; }

    /// <summary>What ends https in front of the bot, where there is one.</summary>
    public TlsProxy Proxy => _proxy ?? throw new InvalidOperationException("This installation has no proxy.");

    /// <summary>How often the bot's process was started.</summary>
    public int Life { get; private set; }

    public SimulatorControl Control { get; }

    /// <summary>What the bot's process that runs now has written.</summary>
    public string BotsOutput => _bot!.Output;

    /// <summary>One process: the bot with the simulator inside, as a fresh clone is started.</summary>
    /// <param name="market">The market's settings; null: those of a fresh clone, without a tariff.</param>
    /// <param name="settings">Settings and their values, beside those that every installation has.</param>
    public static async Task<Installation> StartAsync(
        OnboardingApi api = OnboardingApi.Wizard, string? market = null, params (string Name, string Value)[] settings)
    {
        var installation = new Installation(api, market, ownSimulator: false);
        foreach (var (name, value) in settings)
        {
            installation._settings[name] = value;
        }

        await installation.StartBotAsync();
        return installation;
    }

    /// <summary>As README has it for a real tenant: browsers come through a TLS proxy.</summary>
    /// <param name="trustedOrigins">Hosts of other pages behind the same proxy that may have the chat.</param>
    public static async Task<Installation> StartBehindTlsAsync(OnboardingApi api = OnboardingApi.Wizard, params string[] trustedOrigins)
    {
        var installation = new Installation(api, market: null, ownSimulator: false);
        installation._proxy = await TlsProxy.StartAsync(installation.Bot);
        installation._settings["Onboarding:PublicUrl"] = installation.Proxy.Public.ToString();
        installation._settings["Proxy:Addresses:0"] = "127.0.0.1";
        foreach (var (index, host) in trustedOrigins.Index())
        {
            installation._settings[$"DirectLine:TrustedOrigins:{index}"] = installation.Proxy.AddressOf(host)
                .GetLeftPart(UriPartial.Authority);
        }

        await installation.StartBotAsync();
        return installation;
    }

    /// <summary>Two processes: the simulator lives on when the bot dies.</summary>
    /// <param name="killAt">The point at which the bot's process ends itself; null: it goes on.</param>
    /// <param name="killAfter">At which time the point is reached.</param>
    /// <param name="market">The market's settings; null: those of a fresh clone, without a tariff.</param>
    public static async Task<Installation> StartWithSimulatorApartAsync(
        OnboardingApi api, string? killAt = null, int killAfter = 1, string? market = null)
    {
        var installation = new Installation(api, market, ownSimulator: true);
        installation._simulator = await HostProcess.StartAsync("SmartFlexBot.KrakenSimulator", new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = installation.Control.Address.ToString(),
            ["Simulator:Path"] = installation.FileName("simulator.db"),
            ["Simulator:RedirectUri"] = new Uri(installation.Bot, "/auth/return").ToString(),
        });
        await installation.StartBotAsync(killAt, killAfter);
        return installation;
    }

    /// <param name="killAt">The point at which the process ends itself; null: it goes on.</param>
    /// <param name="killAfter">At which time the point is reached.</param>
    public async Task StartBotAsync(string? killAt = null, int killAfter = 1)
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Bot.ToString(),
            ["Onboarding:PublicUrl"] = Bot.ToString(),
            ["Kraken:OnboardingApi"] = _api.ToString(),
            ["Store:Path"] = FileName("bot.db"),
            ["Testing:KillAt"] = killAt ?? "",
            ["Testing:KillAfter"] = $"{killAfter}",
        };
        if (_market is not null)
        {
            settings["Onboarding:Market"] = _market;
        }

        if (_ownSimulator)
        {
            settings["Simulator:Enabled"] = "false";
            settings["Kraken:Endpoint"] = new Uri(Control.Address, "/simulator/graphql").ToString();
        }
        else
        {
            settings["Simulator:Path"] = FileName("simulator.db");
        }

        foreach (var (name, value) in _settings)
        {
            settings[name] = value;
        }

        _bot = await HostProcess.StartAsync("SmartFlexBot.Web", settings);
        Life++;
    }

    /// <summary>The bot that somebody found dead is started again, once, whoever else finds it so.</summary>
    /// <param name="life">The <see cref="Life"/> that has ended.</param>
    public async Task ReviveAsync(int life)
    {
        await _revival.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (life != Life)
            {
                return;
            }

            await WaitForBotsEndAsync();
            await StartBotAsync();
        }
        finally
        {
            _revival.Release();
        }
    }

    public Task KillBotAsync() => _bot!.KillAsync();

    public Task WaitForBotsEndAsync() => _bot!.WaitForEndAsync();

    public async ValueTask DisposeAsync()
    {
        var output = TestContext.Current.TestOutputHelper;
        foreach (var host in new[] { _bot, _simulator })
        {
            if (host is null)
            {
                continue;
            }

            await host.DisposeAsync();
            output?.WriteLine(host.Output);
        }

        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        Control.Dispose();
        _revival.Dispose();
        _files.Delete(recursive: true);
    }

    private static Uri Address() => new($"http://127.0.0.1:{FreePort.Take()}");

    private string FileName(string name) => Path.Combine(_files.FullName, name);
}
