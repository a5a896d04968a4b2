using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Channels.DirectLine;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Web.Desk;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>The desk's page in its own pipeline, behind https, over a desk in memory with one customer who waits.</summary>
internal sealed partial class DeskHost : IAsyncDisposable
{
    public const string Waiting = "h1";

    private readonly WebApplication _app;

    private DeskHost(WebApplication app) => _app = app;

    public DeskInMemory Desk => _app.Services.GetRequiredService<DeskInMemory>();

    public FakeTimeProvider Time => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public IServiceProvider Services => _app.Services;

    /// <summary>As the log of the start tells it.</summary>
    public string Password => PasswordInLog().Match(string.Join('\n', Log.Lines)).Groups[1].Value;

    private CollectedLogs Log => _app.Services.GetRequiredService<CollectedLogs>();

    public static async Task<DeskHost> StartAsync(
        string environment = "Development", Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { WebRootPath = Page.Repository.WebRoot, EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        // The chat's part of the page is not asked for here.
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = false);
        var logs = new CollectedLogs();
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        var time = new FakeTimeProvider(new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
        var desk = new DeskInMemory();
        desk.HandOvers[Waiting] = NewHandOver(time.GetUtcNow());
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(logs).AddSingleton(desk).AddSingleton<IDesk>(desk);
        var records = new RecordsInMemory(time);
        builder.Services.AddSingleton<IRecordReader>(records).AddSingleton<IListedRecords>(records);
        builder.Services.AddSingleton(Shipped.Market with { Desk = new DeskSettings { Hours = [] } });
        builder.Services.AddSingleton(new PublicAddress(new("https://chat.example")));
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddAntiforgery(options => options.FormFieldName = "proof");
        builder.Configuration.AddInMemoryCollection([new("DirectLine:Secret", "a-secret-of-the-tests-0123456789-abcdef")]);
        builder.Services.AddDirectLine(builder.Configuration).AddPage(builder.Configuration);
        builder.AddDeskPage();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UsePage().UseDeskPage();
        app.MapDesk();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public DeskBrowser NewBrowser() => new(_app.GetTestServer());

    /// <summary>A browser in which one of the demo agents has signed in.</summary>
    public async Task<DeskBrowser> SignInAsync(string agent = "alex")
    {
        var browser = NewBrowser();
        using var page = await browser.SignInAsync(agent, Password);
        await browser.OpenAsync();
        return browser;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static HandOver NewHandOver(DateTimeOffset now) => new()
    {
        Id = Waiting,
        Conversation = "directline|c-1",
        AccountNumber = "A-1",
        CustomerName = "Anna <b>",
        Locale = "it",
        Reason = HandOverReason.Complaint,
        Words = "I want a person <script>alert(1)</script>",
        Step = "status.next.SignIn",
        State = HandOverState.Queued,
        RequestedAt = now,
        Since = now,
        HeardAt = now,
    };

    [GeneratedRegex(@"\(supervisor\): (\w+)")]
    private static partial Regex PasswordInLog();
}
