using System.Text.RegularExpressions;
using System.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Onboarding.Accounts;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Channels.DirectLine;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Tests.Web.Desk;
using SmartFlexBot.Web.Page.Sessions;
using SmartFlexBot.Web.Proxy;
using SmartFlexBot.Web.SignIn;
using SmartFlexBot.Web.SignIn.Accounts;

namespace SmartFlexBot.Tests.Web.SignIn.Accounts;

/// <summary>The sign-in to accounts in its own pipeline, over tickets and conversations in memory, before an invented provider.</summary>
internal sealed partial class AccountHost : IAsyncDisposable
{
    private static readonly ConversationKey Chat = new("directline", "c-1");

    private readonly WebApplication _app;
    private readonly InventedAccounts _provider;

    private AccountHost(WebApplication app, InventedAccounts provider) => (_app, _provider) = (app, provider);

    public CollectedLogs Logs => _app.Services.GetRequiredService<CollectedLogs>();

    /// <summary>What has come into the chat that all tickets are of.</summary>
    public IReadOnlyList<InboundActivity> Inbox => Conversations.InboxOf("c-1");

    private InMemoryConversations Conversations => _app.Services.GetRequiredService<InMemoryConversations>();

    public static async Task<AccountHost> StartAsync(InventedAccounts provider)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var logs = new CollectedLogs();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(logs);
        builder.Services.AddSingleton(logs).AddSingleton(TimeProvider.System).AddSingleton(Shipped.Texts);
        builder.Services.AddSingleton(Shipped.Market).AddSingleton(new PublicAddress(new("https://chat.example")));
        builder.Configuration.AddInMemoryCollection(
        [
            new("DirectLine:Secret", "a-secret-of-the-tests-0123456789-abcdef"),
            new("Accounts:SignIn:Authority", InventedAccounts.Issuer), new("Accounts:SignIn:ClientId", InventedAccounts.Client),
            new("Accounts:SignIn:ClientSecret", InventedAccounts.Secret), new("Accounts:SignIn:AccountsClaim", "accounts"),
        ]);
        builder.Services.AddSingleton<InMemoryConversations>().AddSingleton<Tickets>();
        builder.Services.AddSingleton<IConversationInbox>(services => services.GetRequiredService<InMemoryConversations>());
        builder.Services.AddSingleton<IConversationLog>(services => services.GetRequiredService<InMemoryConversations>());
        builder.Services.AddSingleton<IRecordReader>(services => services.GetRequiredService<Tickets>());
        builder.Services.AddSingleton<SessionCookie>().AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddDirectLine(builder.Configuration).AddProxy().AddSignIn().AddAccountSignIn(builder.Configuration);
        builder.Services.Configure<OpenIdConnectOptions>(AccountProvider.Scheme, options => options.BackchannelHttpHandler = provider);
        var app = builder.Build();
        app.UseProxy(new("https://chat.example"));
        app.UseAuthentication();
        app.MapAccountSignIn();
        app.MapDirectLine();
        await app.Services.GetRequiredService<InMemoryConversations>()
            .OpenAsync(Chat, new("dl_u-1"), TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, provider);
    }

    /// <returns>The code in a link of the chat, which is in German.</returns>
    public string NewLink(bool isUsed = false)
    {
        var code = Ticket.NewCode();
        var ticket = new AccountTicket(Chat.ToString(), "dl_u-1", "de", isUsed);
        _app.Services.GetRequiredService<Tickets>().Records[Ticket.KeyOf(code)] = ticket.Write();
        return code;
    }

    public DeskBrowser NewBrowser() => new(_app.GetTestServer());

    /// <summary>A browser in which the chat runs.</summary>
    public async Task<DeskBrowser> OwnBrowserAsync()
    {
        var session = await _app.Services.GetRequiredService<IDirectLineSessions>()
            .IssueAsync(new("dl_u-1", null), null, "c-1", null, TestContext.Current.CancellationToken);
        var browser = NewBrowser();
        using var answer = await browser.GetAsync(
            "/v3/directline/session/getsessionid", ("Authorization", $"Bearer {session.Token}"));
        return browser;
    }

    /// <summary>Opens the link.</summary>
    /// <returns>What the provider is asked.</returns>
    public static async Task<System.Collections.Specialized.NameValueCollection> LeaveAsync(DeskBrowser browser, string link)
    {
        using var away = await browser.GetAsync($"/account/sign-in/{link}");
        away.Headers.Location!.OriginalString.ShouldStartWith($"{InventedAccounts.Issuer}/authorize?");
        return HttpUtility.ParseQueryString(away.Headers.Location.Query);
    }

    /// <summary>The provider sends the browser back.</summary>
    public Task<HttpResponseMessage> ReturnAsync(DeskBrowser browser, System.Collections.Specialized.NameValueCollection asked)
    {
        _provider.Nonce = asked["nonce"]!;
        return browser.GetAsync($"/account/signed-in?code={InventedAccounts.Code}&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    public async Task<HttpResponseMessage> SignInAsync(DeskBrowser browser, string link) =>
        await ReturnAsync(browser, await LeaveAsync(browser, link));

    /// <summary>The six digits that a page shows; null for none.</summary>
    public static async Task<string?> CodeOnAsync(HttpResponseMessage page) =>
        Digits().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) is { Success: true } code
            ? code.Value.Replace(" ", "", StringComparison.Ordinal)
            : null;

    [GeneratedRegex(@"\b\d{3} \d{3}\b")]
    private static partial Regex Digits();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Tickets : IRecordReader
    {
        public Dictionary<string, string> Records { get; } = [];

        public Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken) => Task.FromResult(
            kind == AccountTicket.RecordKind && Records.TryGetValue(key, out var json) ? new StoredRecord(kind, key, 1, json) : null);
    }
}
