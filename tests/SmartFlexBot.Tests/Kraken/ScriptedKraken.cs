using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Kraken;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Tests.Kraken.Tariffs;

namespace SmartFlexBot.Tests.Kraken;

/// <summary>A Kraken that answers as it is told, and remembers what it was asked.</summary>
internal sealed class ScriptedKraken(DateTimeOffset? now = null)
{
    private const string Everything = "*";

    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> _answers = [];
    private readonly Dictionary<string, string> _lastBodies = [];
    private readonly Dictionary<string, Func<HttpResponseMessage>> _pages = [];
    private readonly Dictionary<string, TaskCompletionSource> _held = [];
    private readonly Lock _gate = new();
    private int _tokens;

    public List<KrakenRequest> Requests { get; } = [];

    public FakeTimeProvider Time { get; } = new(now ?? new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public CollectedLogs Logs { get; } = new();

    /// <summary>What the host would have read from the market's file.</summary>
    public MarketSettings Market { get; init; } = TariffMarkets.None;

    /// <summary>What was asked of the public REST, as path and query.</summary>
    public List<string> Gets { get; } = [];

    public IEnumerable<KrakenRequest> Asked(string operation) => Requests.Where(request => request.Operation == operation);

    /// <summary>The last answer is given again when the operation is asked more often.</summary>
    public ScriptedKraken On(string operation, params string[] bodies)
    {
        foreach (var body in bodies)
        {
            On(operation, () => Json(body));
            _lastBodies[operation] = body;
        }

        return this;
    }

    /// <summary>The last body that was scripted for the operation.</summary>
    public string LastAnswer(string operation) => _lastBodies[operation];

    public ScriptedKraken On(string operation, Func<HttpResponseMessage> answer)
    {
        if (!_answers.TryGetValue(operation, out var queue))
        {
            _answers[operation] = queue = new();
        }

        queue.Enqueue(answer);
        return this;
    }

    /// <summary>Forgets what was scripted for the operation, and answers with these from now on.</summary>
    public ScriptedKraken Now(string operation, params string[] bodies)
    {
        _answers.Remove(operation);
        return On(operation, bodies);
    }

    /// <summary>
    /// What the public REST answers below an address, given as the end of its path, such as "standing-charges/", or as path and query.
    /// </summary>
    public ScriptedKraken OnGet(string address, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        _pages[address] = () => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return this;
    }

    /// <summary>The operation gets no answer at all.</summary>
    public ScriptedKraken Hangs(string operation)
    {
        _held[operation] = new TaskCompletionSource();
        return this;
    }

    /// <summary>Nothing gets an answer.</summary>
    public ScriptedKraken HangsAltogether() => Hangs(Everything);

    /// <summary>The operation's answers wait until the source is set.</summary>
    public TaskCompletionSource Holds(string operation) =>
        _held[operation] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tokens that are rejected.</summary>
    public HashSet<string> Withdrawn { get; } = [];

    public static string Error(string code, string root = "x", string more = "") =>
        $$$"""{"errors":[{"message":"m","path":["{{{root}}}"],"extensions":"""
            + $$$"""{"errorType":"APPLICATION","errorCode":"{{{code}}}"{{{more}}}}}],"data":{"{{{root}}}":null}}""";

    public static HttpResponseMessage Json(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public ServiceProvider Start(params (string Setting, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Kraken:Endpoint"] = "https://api.example.test/v1/graphql/",
            ["Kraken:OrganizationSecretKey"] = "organisation-secret",
            ["Kraken:OnboardingApi"] = "Wizard",
            ["Kraken:RetryDelay"] = "00:00:00",
        };
        foreach (var (setting, value) in settings)
        {
            values[$"Kraken:{setting}"] = value;
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddSingleton(Market);
        values["Onboarding:MarketsPath"] = TariffMarkets.Folder;
        services.AddKraken(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddHttpClient(KrakenHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => new Handler(this));
        services.AddHttpClient(KrakenHttp.ProductsClientName).ConfigurePrimaryHttpMessageHandler(() => new Handler(this));
        return services.BuildServiceProvider();
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            return Page(request);
        }

        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        var operation = body["operationName"]!.GetValue<string>();
        var asked = new KrakenRequest(
            operation,
            body["query"]!.GetValue<string>(),
            body["variables"]!.AsObject(),
            request.Headers.TryGetValues("Authorization", out var authorization) ? authorization.Single() : null);
        lock (_gate)
        {
            Requests.Add(asked);
        }

        if ((_held.GetValueOrDefault(operation) ?? _held.GetValueOrDefault(Everything)) is { } held)
        {
            await held.Task.WaitAsync(cancellationToken);
        }

        lock (_gate)
        {
            if (asked.Authorization is { } token && Withdrawn.Contains(token))
            {
                return Json(Error("KT-CT-1124"));
            }

            if (_answers.TryGetValue(operation, out var queue))
            {
                return (queue.Count > 1 ? queue.Dequeue() : queue.Peek())();
            }

            return operation switch
            {
                "ObtainKrakenToken" => Json(Token($"token-{++_tokens}", Time.GetUtcNow())),
                "IntrospectTenant" => Json("""{"errors":[{"message":"Introspection is off."}]}"""),
                _ => throw new InvalidOperationException($"No answer was scripted for {operation}."),
            };
        }
    }

    private HttpResponseMessage Page(HttpRequestMessage request)
    {
        request.Headers.Contains("Authorization").ShouldBeFalse("Nobody signs in to the public REST.");
        var (path, whole) = (request.RequestUri!.AbsolutePath, request.RequestUri.PathAndQuery);
        lock (_gate)
        {
            Gets.Add(whole);
            var answer = _pages.GetValueOrDefault(whole)
                ?? _pages.FirstOrDefault(page => path.EndsWith(page.Key, StringComparison.Ordinal)).Value;
            return answer?.Invoke() ?? new(HttpStatusCode.NotFound) { Content = new StringContent("""{"detail":"Not found."}""") };
        }
    }

    public static string Token(string token, DateTimeOffset now, string refresh = "refresh-1") =>
        $$$$"""
        {"data":{"obtainKrakenToken":{"token":"{{{{token}}}}","payload":{"iat":{{{{now.ToUnixTimeSeconds()}}}},
        "exp":{{{{now.AddHours(1).ToUnixTimeSeconds()}}}} },
        "refreshToken":"{{{{refresh}}}}","refreshExpiresIn":{{{{now.AddDays(7).ToUnixTimeSeconds()}}}} }}}
        """;

    private sealed class Handler(ScriptedKraken kraken) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            kraken.AnswerAsync(request, cancellationToken);
    }
}

internal sealed record KrakenRequest(string Operation, string Query, JsonObject Variables, string? Authorization);

internal sealed class CollectedLogs : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add(formatter(state, exception) + exception);
        }
    }

    public void Dispose() { }
}
