using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Channels.DirectLine;
using SmartFlexBot.Tests.Onboarding;
using SmartFlexBot.Web.SignIn;

namespace SmartFlexBot.Tests.Web.SignIn;

/// <summary>The sign-in endpoints in their own pipeline, over tickets and conversations in memory.</summary>
internal sealed class SignInHost : IAsyncDisposable
{
    private static readonly ConversationKey Conversation = new("directline", "c-1");

    private readonly WebApplication _app;

    private SignInHost(WebApplication app) => _app = app;

    public CollectedLogs Logs => _app.Services.GetRequiredService<CollectedLogs>();

    public IReadOnlyList<InboundActivity> Inbox => _app.Services.GetRequiredService<InMemoryConversations>().InboxOf("c-1");

    public static async Task<SignInHost> StartAsync(string publicUrl = "https://chat.example.com")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var logs = new CollectedLogs();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton(logs).AddSingleton(TimeProvider.System).AddSingleton(Shipped.Texts);
        builder.Services.AddSingleton(new PublicAddress(new(publicUrl)));
        builder.Services.AddSingleton<InMemoryConversations>().AddSingleton<Tickets>();
        builder.Services.AddSingleton<IConversationInbox>(services => services.GetRequiredService<InMemoryConversations>());
        builder.Services.AddSingleton<IRecordReader>(services => services.GetRequiredService<Tickets>());
        builder.Services.AddSignIn();
        var app = builder.Build();
        app.MapSignIn();
        await app.Services.GetRequiredService<InMemoryConversations>()
            .OpenAsync(Conversation, new("u-1"), TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public string NewTicket(string uri, TicketPurpose purpose = TicketPurpose.SignIn)
    {
        var code = Ticket.NewCode();
        _app.Services.GetRequiredService<Tickets>().Add(code, new Ticket(purpose, Conversation.ToString(), uri, "s-1", "de"));
        return code;
    }

    public void Expire() => _app.Services.GetRequiredService<Tickets>().Clear();

    /// <param name="cookie">What a browser kept; null for none.</param>
    public async Task<HttpResponseMessage> GetAsync(string path, string? cookie = null, string? language = null)
    {
        using var client = _app.GetTestClient();
        // The proxy in front speaks plain HTTP to this host, by another name.
        client.BaseAddress = new("http://pod-7.internal:8080");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens the link, as a browser does.</summary>
    /// <returns>The cookie that it has now.</returns>
    public async Task<string> LeaveAsync(string code)
    {
        using var left = await GetAsync($"/auth/start/{code}");
        return left.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

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
