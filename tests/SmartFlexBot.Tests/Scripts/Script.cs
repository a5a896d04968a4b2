using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Onboarding.Cards;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>
/// A conversation written down, and played against the bot. Lines: "user: text", "bot: text" and what else
/// <see cref="PlayAsync(ScriptLine)"/> lists. Every message of the bot must be expected, in order; "..." lets any pass until the next
/// expected one. Nothing waits for real time: while the bot has nothing to say, the script's clock moves on.
/// </summary>
internal sealed partial class Script : IAsyncDisposable
{
    /// <summary>So long (on the script's clock) the bot may take to say what is expected.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<string> _transcript = [];
    private readonly Dictionary<string, ScriptTab> _tabs = [];
    private readonly CustomerBrowser _own = new();
    private CustomerBrowser _browser;
    private readonly string? _locale;
    private Wording? _wording;
    private bool _skips;

    private readonly string _api;

    private Script(ScriptHost host, string api, string account, string? locale) =>
        (Host, _api, Account, _locale, _browser) = (host, api, account, locale, _own);

    public ScriptHost Host { get; }

    public string Account { get; }

    /// <summary>The customer's own browser.</summary>
    public CustomerBrowser Browser => _own;

    /// <summary>The customer, as the supplier's page names them; null for nobody.</summary>
    public string? Name { get; set; }

    /// <summary>Typed messages, pressed buttons and opened links.</summary>
    public int Actions { get; private set; }

    /// <summary>What the bot answered to the last <see cref="SayAsync"/>: texts, and the words of cards.</summary>
    public IReadOnlyList<string> Heard { get; private set; } = [];

    public string Transcript => $"The conversation:\n{string.Join("\n", _transcript)}\n\nThe log:\n{Log()}";

    /// <summary>Says something in the first window, whatever it is, and hears the bot out.</summary>
    public async Task SayAsync(string text)
    {
        var tab = _tabs[ScriptLine.FirstTab];
        await HearAsync(tab);
        await tab.SayAsync(text);
        Heard = await HearAsync(tab);
    }

    public static async Task<Script> StartAsync(string api, string account = "A-7E51A001", string? locale = null, params string[] settings)
    {
        var script = new Script(await ScriptHost.StartAsync([$"Kraken:OnboardingApi={api}", .. settings]), api, account, locale);
        script._wording = new Wording(script.Host.Services.GetRequiredService<Texts>(), locale);
        return script;
    }

    public async Task PlayAsync(string lines)
    {
        lines.ShouldNotBeEmpty();
        ScriptLine? current = null;
        try
        {
            foreach (var line in ScriptLine.Read(lines).Where(line => line.Api is null || line.Api == _api))
            {
                await PlayAsync(current = line);
            }
        }
        catch (Exception failure) when (failure is ScriptException or ShouldAssertException or HttpRequestException)
        {
            throw new ScriptException($"{Describe(current)}{failure.Message}\n\n{Transcript}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _own.Dispose();
        await Host.DisposeAsync();
    }

    public bool Fits(string pattern, string actual) => _wording!.Fits(pattern, actual);

    public string Text(string key) => Host.Services.GetRequiredService<Texts>().Get(_locale, key);

    /// <summary>How often Kraken did each mutation for this account.</summary>
    public async Task<Dictionary<string, int>> CountsAsync()
    {
        var counts = await Host.ControlAsync(HttpMethod.Get, "mutations");
        return counts!["counts"]!.AsArray().Where(count => count!["account"]?.GetValue<string>() == Account)
            .ToDictionary(count => count!["name"]!.GetValue<string>(), count => count!["count"]!.GetValue<int>());
    }

    public async Task<int> CountAsync(string mutation) => (await CountsAsync()).GetValueOrDefault(mutation);

    private async Task PlayAsync(ScriptLine line)
    {
        switch (line.Verb)
        {
            case "user": await ActAsync(line, tab => tab.SayAsync(line.Argument)); break;
            case "user presses": await ActAsync(line, tab => PressAsync(tab, line.Argument, oldest: false)); break;
            case "user presses on an old card": await ActAsync(line, tab => PressAsync(tab, line.Argument, oldest: true)); break;
            case "user sends": await ActAsync(line, tab => tab.SendValueAsync(JsonNode.Parse(line.Argument)!)); break;
            case "user chooses their language": await ActAsync(line, tab => tab.ChooseLanguageAsync(_locale!)); break;
            case "user sends a file": await ActAsync(line, tab => tab.SendFileAsync(line.Argument)); break;
            case "user opens": await ActAsync(line, tab => OpenAsync(tab, line.Argument)); break;
            case "somebody opens": await OpenElsewhereAsync(await TabAsync(line), line.Argument); break;
            case "user pastes":
                await ActAsync(line, tab =>
                tab.SayAsync(line.Argument.Replace("the address", _browser.Address!.OriginalString, StringComparison.Ordinal))); break;
            case "user ticks": await TickAsync(await TabAsync(line), line.Argument); break;
            case "user comes": await TabAsync(line); break;
            case "page": await _browser.PressAsync(line.Argument, caption => Fits(line.Argument, caption)); break;
            case "page shows": Fits($"…{line.Argument}…", _browser.Text).ShouldBeTrue($"The page says: {_browser.Text}"); break;
            case "bot": await ExpectAsync(await TabAsync(line), line.Argument, card: false); break;
            case "bot shows": await ExpectAsync(await TabAsync(line), line.Argument, card: true); break;
            case "card says":
                (await TabAsync(line)).Cards[^1].Words.ShouldContain(
                word => Fits(line.Argument, word), $"The newest card says {(await TabAsync(line)).Cards[^1]}"); break;
            case "bot is silent": await SilentAsync(await TabAsync(line)); break;
            case "...": _skips = true; break;
            case "time passes": await PassAsync(ScriptWords.Span(line.Argument)); break;
            case "car": await Host.ControlAsync(HttpMethod.Put, $"accounts/{Account}/car", ScriptWords.Car(line.Argument)); break;
            case "connected in the app":
                await Host.ControlAsync(HttpMethod.Post, $"accounts/{Account}/devices", ScriptWords.Device(line.Argument)); break;
            case "next test":
                await Host.ControlAsync(
                HttpMethod.Put, "faults", new JsonObject { ["nextTest"] = line.Argument, ["account"] = Account }); break;
            case "asks":
                await Host.ControlAsync(
                HttpMethod.Put, $"accounts/{Account}/asks", new JsonArray(JsonValue.Create(line.Argument))); break;
            case "fault": await Host.ControlAsync(HttpMethod.Put, "faults", ScriptWords.Fault(line.Argument, Account)); break;
            case "product": await ProductAsync(line.Argument.Split(' ', 2)); break;
            case "no faults": await Host.ControlAsync(HttpMethod.Delete, "faults"); break;
            case "speed":
                await Host.ControlAsync(HttpMethod.Post, "clock",
                new JsonObject { ["speed"] = double.Parse(line.Argument, System.Globalization.CultureInfo.InvariantCulture) }); break;
            case "echo": await EchoAsync(await TabAsync(line), line.Argument); break;
            case "the store lacks": Host.HasStored(Stored(line.Argument)).ShouldBeFalse($"The store holds {line.Argument}."); break;
            case "the customer goes on to live": await new WillingCustomer(this, await TabAsync(line), _own).GoToLiveAsync(); break;
            case "api" or "account" or "language" or "setting": break;
            case "actions": Actions.ShouldBe(int.Parse(line.Argument, System.Globalization.CultureInfo.InvariantCulture)); break;
            case "restart": await Host.RestartAsync(); break;
            case "mutations": await CheckMutationsAsync(line.Argument); break;
            default: throw new ScriptException($"There is no verb \"{line.Verb}\".");
        }
    }

    private async Task ActAsync(ScriptLine line, Func<ScriptTab, Task> act)
    {
        var tab = await TabAsync(line);
        await Host.SettleAsync();
        await tab.ReadAsync();
        if (_skips)
        {
            while (tab.IsAhead)
            {
                tab.Next();
            }
        }

        if (tab.IsAhead)
        {
            throw new ScriptException($"The bot has said more than the script knows:\n{tab.Waiting}");
        }

        _skips = false;
        Actions++;
        await act(tab);
    }

    private Task<ScriptTab> TabAsync(ScriptLine line) => TabAsync(line.Tab);

    /// <summary>A window of the chat; it is opened when it is new.</summary>
    public async Task<ScriptTab> TabAsync(string name)
    {
        if (_tabs.TryGetValue(name, out var known))
        {
            return known;
        }

        var tab = _tabs[name] = new ScriptTab(name, new ChatClient(Host, Account, _locale) { Name = Name }, _transcript);
        await tab.Client.OpenAsync();
        return tab;
    }

    private Task PressAsync(ScriptTab tab, string caption, bool oldest)
    {
        var (card, button) = tab.Button(title => Fits(caption, title), caption, oldest);
        return tab.PressAsync(card, button);
    }

    private async Task OpenAsync(ScriptTab tab, string caption)
    {
        _browser = _own;
        await tab.Client.RunInAsync(_browser);
        await _browser.OpenAsync(Link(tab, caption, oldest: false));
    }

    /// <summary>
    /// In a browser that has nothing to do with the chat: another person's, or a phone that scanned a code. A link may have been passed
    /// on long ago.
    /// </summary>
    private async Task OpenElsewhereAsync(ScriptTab tab, string caption)
    {
        await Host.SettleAsync();
        await tab.ReadAsync();
        if (_browser != _own)
        {
            _browser.Dispose();
        }

        _browser = new CustomerBrowser();
        await _browser.OpenAsync(Link(tab, caption, oldest: true));
    }

    private Uri Link(ScriptTab tab, string caption, bool oldest)
    {
        var (_, button) = tab.Button(title => Fits(caption, title), caption, oldest);
        return new Uri(ChatCard.Text(button, "url") ?? throw new ScriptException($"\"{caption}\" is no link."));
    }

    /// <summary>Changes a tariff product at Kraken: its code, and what is different.</summary>
    private async Task ProductAsync(string[] words) =>
        await Host.ControlAsync(HttpMethod.Patch, $"products/{words[0]}", JsonNode.Parse(words[1]));

    private async Task TickAsync(ScriptTab tab, string boxes)
    {
        await Host.SettleAsync();
        await tab.ReadAsync();
        var known = tab.Cards[^1].Boxes.Select(box => box.Id).ToList();
        foreach (var box in boxes.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!known.Contains(box))
            {
                throw new ScriptException($"The newest card has no box \"{box}\", but {string.Join(", ", known)}.");
            }

            tab.Ticked.Add(box);
        }
    }

    private static async Task EchoAsync(ScriptTab tab, string text)
    {
        await tab.ReadAsync();
        tab.Echo.ShouldBe(text);
    }

    /// <summary>"the code" is the one in the address that the browser is at.</summary>
    private string Stored(string words) => words == "the code"
        ? Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(_browser.Address!.Query)["code"].Single()!
        : words;

    private async Task CheckMutationsAsync(string expected)
    {
        foreach (var (name, count) in ScriptWords.Counts(expected))
        {
            (await CountAsync(name)).ShouldBe(count, name);
        }
    }

    private static string Describe(ScriptLine? line) => line is null ? "" : $"Line {line.Number}, \"{line.Verb}: {line.Argument}\": ";

    private string Log() => string.Join(
        "\n", Host.Log.Entries.Where(entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Warning).Select(entry => entry.Message));
}
