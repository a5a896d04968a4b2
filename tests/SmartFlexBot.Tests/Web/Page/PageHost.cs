using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Tests.Channels.DirectLine;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Tests.Web.Page;

/// <summary>The page in its own pipeline, over our Direct Line, with conversations in memory.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageHost(WebApplication app) => _app = app;

    public FakeTimeProvider Time => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public InMemoryConversations Conversations => _app.Services.GetRequiredService<InMemoryConversations>();

    public PackedFiles Files => _app.Services.GetRequiredService<PackedFiles>();

    public static async Task<PageHost> StartAsync(
        string[]? demoAccounts = null, IDataProtectionProvider? keys = null, InMemoryConversations? conversations = null,
        params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { WebRootPath = Repository.WebRoot });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            [KeyValuePair.Create("DirectLine:Secret", (string?)"a-secret-of-the-tests-0123456789-abcdef")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        builder.Services.AddSingleton(services => conversations ?? new InMemoryConversations(services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IConversationInbox>(services => services.GetRequiredService<InMemoryConversations>());
        builder.Services.AddSingleton<IConversationLog>(services => services.GetRequiredService<InMemoryConversations>());
        builder.Services.AddDirectLine(builder.Configuration);
        builder.Services.AddPage(builder.Configuration);
        builder.Services.AddSingleton(keys ?? new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton<IDemoCustomers>(new FixedDemoCustomers(demoAccounts));

        var app = builder.Build();
        app.UsePage();
        app.MapPage();
        app.MapGet("/large", () => Results.StatusCode(StatusCodes.Status413PayloadTooLarge));
        app.MapGet("/unreadable", string () => throw new BadHttpRequestException("no", StatusCodes.Status415UnsupportedMediaType));
        app.MapGet("/uncountable", string () => throw new IOException("a chunk", new OverflowException()));
        app.MapGet("/gone", () => Results.StatusCode(StatusCodes.Status410Gone));
        app.MapGet("/busy", string () => throw new StoreBusyException());
        app.MapGet("/unavailable", string () => throw new StoreUnavailableException("the disk is full"));
        app.MapGet("/broken", string () => throw new InvalidOperationException("the secret of the house"));
        await app.StartAsync();
        return new(app);
    }

    public Visitor NewVisitor(string scheme = "http") => new(_app.GetTestServer(), scheme);

    public async Task<string?> AccountOfAsync(string conversationId) => (await OriginOfAsync(conversationId)).AccountNumber;

    public async Task<ConversationOrigin> OriginOfAsync(string conversationId) =>
        (await Conversations.FindOriginAsync(new(DirectLineChannel.Id, conversationId), CancellationToken.None))!;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class FixedDemoCustomers(string[]? accounts) : IDemoCustomers
    {
        public bool CanBeSteered => accounts is not null;

        public Task<IReadOnlyList<string>?> ReadAccountNumbersAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>?>(accounts);

        public string? GivenNameOf(string account) => accounts is not null && account == accounts[0] ? "Anna" : null;
    }
}
