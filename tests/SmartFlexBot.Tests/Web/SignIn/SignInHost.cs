using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Channels.DirectLine;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Web.Page.Sessions;
using SmartFlexBot.Web.Proxy;
using SmartFlexBot.Web.SignIn;

namespace SmartFlexBot.Tests.Web.SignIn;

/// <summary>The sign-in endpoints in their own pipeline, over tickets and conversations in memory.</summary>
internal sealed partial class SignInHost : IAsyncDisposable
{
    private const string Secret = "a-secret-of-the-tests-0123456789-abcdef";

    private static readonly ConversationKey Conversation = new("directline", "c-1");

    private readonly WebApplication _app;

    private SignInHost(WebApplication app) => _app = app;

    public CollectedLogs Logs => _app.Services.GetRequiredService<CollectedLogs>();

    /// <summary>A browser in which the chat of all tickets runs.</summary>
    public string ChatsOwn { get; private set; } = "";

    public IReadOnlyList<InboundActivity> Inbox => _app.Services.GetRequiredService<InMemoryConversations>().InboxOf("c-1");

    public static async Task<SignInHost> StartAsync(string publicUrl = "https://chat.example.com")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var logs = new CollectedLogs();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton(logs).AddSingleton(TimeProvider.System).AddSingleton(Shipped.Texts);
        builder.Services.AddSingleton(Shipped.Market).AddSingleton(new PublicAddress(new(publicUrl)));
        builder.Configuration.AddInMemoryCollection([new("DirectLine:Secret", Secret)]);
        builder.Services.AddSingleton<InMemoryConversations>().AddSingleton<Tickets>();
        builder.Services.AddSingleton<IConversationInbox>(services => services.GetRequiredService<InMemoryConversations>());
        builder.Services.AddSingleton<IConversationLog>(services => services.GetRequiredService<InMemoryConversations>());
        builder.Services.AddSingleton<IRecordReader>(services => services.GetRequiredService<Tickets>());
        builder.Services.AddSingleton<SessionCookie>().AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddDirectLine(builder.Configuration).AddProxy().AddSignIn();
        var app = builder.Build();
        app.UseProxy(new(publicUrl));
        app.MapSignIn();
        app.MapDirectLine();
        await app.Services.GetRequiredService<InMemoryConversations>()
            .OpenAsync(Conversation, new("dl_u-1"), TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var host = new SignInHost(app);
        host.ChatsOwn = await host.RunChatAsync(Conversation.ConversationId);
        return host;
    }

    /// <returns>The code of a ticket of the chat, which is in German.</returns>
    public string NewTicket(string uri, TicketPurpose purpose = TicketPurpose.SignIn, TicketEnd? end = null)
    {
        var code = Ticket.NewCode();
        var ticket = new Ticket(purpose, Conversation.ToString(), uri, "s-1", "de", "Tesla <Model> 3", "1••• O•••", end);
        _app.Services.GetRequiredService<Tickets>().Add(code, ticket);
        return code;
    }

    /// <summary>A page with a chat asks for its session id in a browser.</summary>
    /// <returns>The cookie that the browser has now.</returns>
    public async Task<string> RunChatAsync(string conversationId)
    {
        var sessions = _app.Services.GetRequiredService<IDirectLineSessions>();
        var session = conversationId == Conversation.ConversationId
            ? await sessions.IssueAsync(new("dl_u-1", null), null, conversationId, null, TestContext.Current.CancellationToken)
            : await sessions.IssueAsync(new("another", null), null, null, null, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v3/directline/session/getsessionid");
        request.Headers.Authorization = new("Bearer", session.Token);
        using var answer = await SendAsync(request);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public void Expire() => _app.Services.GetRequiredService<Tickets>().Clear();

    /// <param name="cookie">What a browser kept; null for none.</param>
    public Task<HttpResponseMessage> GetAsync(string path, string? cookie = null, string? language = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cookie, language);

    /// <summary>Opens the link in the chat's own browser.</summary>
    /// <returns>The cookie that it has now.</returns>
    public async Task<string> LeaveAsync(string code)
    {
        using var left = await GetAsync($"/auth/start/{code}", ChatsOwn);
        return left.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>A browser that has nothing to do with the chat opens the link, and presses a button there.</summary>
    public async Task<HttpResponseMessage> DecideAsync(string code, string decision)
    {
        using var page = await GetAsync($"/auth/start/{code}");
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var proof = Proof().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        return await PostAsync(code, decision, proof, cookie);
    }

    public Task<HttpResponseMessage> PostAsync(string code, string decision, string? proof, string? cookie)
    {
        var fields = new Dictionary<string, string> { ["decision"] = decision };
        if (proof is not null)
        {
            fields["proof"] = proof;
        }

        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"/auth/start/{code}") { Content = new FormUrlEncodedContent(fields) }, cookie);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? cookie = null, string? language = null)
    {
        using var client = _app.GetTestClient();
        // The proxy in front speaks plain HTTP to this host, by another name.
        client.BaseAddress = new("http://pod-7.internal:8080");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        using (request)
        {
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex("""name="proof" value="([^"]+)""")]
    private static partial Regex Proof();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Tickets : IRecordReader
    {
        private readonly Dictionary<(string, string), StoredRecord> _records = [];

        public void Add(string code, Ticket ticket) =>
            _records[(Ticket.RecordKind, Ticket.KeyOf(code))] = new(Ticket.RecordKind, Ticket.KeyOf(code), 1, ticket.Write());

        public void Clear() => _records.Clear();

        public Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken) =>
            Task.FromResult(_records.GetValueOrDefault((kind, key)));
    }
}
