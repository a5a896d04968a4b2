using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.Http;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Web.Page;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.Tariffs;

namespace SmartFlexBot.Tests.Web.Tariffs;

/// <summary>The addresses of pictures and copies in the host's pipeline, over records in memory.</summary>
internal sealed class TariffHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Records _records;

    private TariffHost(WebApplication app, Records records) => (_app, _records) = (app, records);

    public int Reads => _records.Reads;

    public static async Task<TariffHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { WebRootPath = Repository.WebRoot });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var records = new Records();
        builder.Services.AddSingleton<IRecordReader>(records).AddSingleton(TimeProvider.System);
        builder.Services.AddPage(builder.Configuration).AddTariffs().AddQuotas(builder.Configuration);
        var app = builder.Build();
        app.UsePage();
        app.MapTariffs();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, records);
    }

    /// <returns>The code that leads to it.</returns>
    public string Keep(string kind, string json)
    {
        var code = Ticket.NewCode();
        _records.Kept[(kind, Ticket.KeyOf(code))] = json;
        return code;
    }

    public void Expire() => _records.Kept.Clear();

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Records : IRecordReader
    {
        public Dictionary<(string Kind, string Key), string> Kept { get; } = [];

        public int Reads { get; private set; }

        public Task<StoredRecord?> FindAsync(string kind, string key, CancellationToken cancellationToken)
        {
            Reads++;
            return Task.FromResult(Kept.TryGetValue((kind, key), out var json) ? new StoredRecord(kind, key, 1, json) : null);
        }
    }
}
