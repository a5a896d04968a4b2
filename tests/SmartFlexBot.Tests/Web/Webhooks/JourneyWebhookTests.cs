using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Tests.Channels.DirectLine;
using SmartFlexBot.Web.Webhooks;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace SmartFlexBot.Tests.Web.Webhooks;

/// <summary>The webhook against a supplier's server on a free port.</summary>
public sealed class JourneyWebhookTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-tests-0123456789-abcdef";

    private static readonly BusinessEvent Live =
        new("journey.live", "A-1/7", "journey.live/A-1/7/d-1", """{"accountNumber":"A-1","deviceId":"d-ü"}""");

    private static readonly EventReceipt Taken = new EventReceipt.Taken();

    private readonly List<(string Path, byte[] Body, string? ContentType, string? Signature)> _received = [];
    private readonly List<HeaderDictionary> _headers = [];
    private readonly CollectedLogs _logs = new();
    private WebApplication _supplier = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _supplier = builder.Build();
        _supplier.Map("/{**path}", TakeAsync);
        await _supplier.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _supplier.DisposeAsync();

    [Fact]
    public async Task An_event_is_posted_with_the_signature_of_its_raw_body()
    {
        (await OfferAsync("/200")).ShouldBe(Taken);

        var (_, body, contentType, sent) = _received.ShouldHaveSingleItem();
        var json = JsonNode.Parse(body)!;
        (json["id"]!.ToString(), json["type"]!.ToString(), json["data"]!["deviceId"]!.ToString())
            .ShouldBe(("journey.live/A-1/7/d-1", "journey.live", "d-ü"));
        contentType.ShouldBe("application/json");
        var signature = "sha256=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body)).ToLowerInvariant();
        sent.ShouldBe(signature);
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")]
    public async Task It_passes_the_check_of_standard_webhooks_and_nothing_else_does(string secret)
    {
        await Hook(_supplier.Urls.Single() + "/200", secret).TakeAsync(Live, TestContext.Current.CancellationToken);

        var (body, headers) = (Encoding.UTF8.GetString(_received[0].Body), _headers[0]);
        var verifier = secret.StartsWith("whsec_", StringComparison.Ordinal)
            ? new StandardWebhook(secret)
            : new StandardWebhook(Encoding.UTF8.GetBytes(secret));
        verifier.Verify(body, headers);
        headers["webhook-id"].ToString().ShouldMatch("^evt_[0-9a-f]{32}$");

        Should.Throw<WebhookVerificationException>(() => verifier.Verify(body.Replace("A-1", "A-2", StringComparison.Ordinal), headers));
        Should.Throw<WebhookVerificationException>(() => verifier.Verify(body, With(headers, "webhook-id", "evt_other")));
        var sixMinutesAgo = long.Parse(headers["webhook-timestamp"].ToString(), CultureInfo.InvariantCulture) - 360;
        var earlier = sixMinutesAgo.ToString(CultureInfo.InvariantCulture);
        Should.Throw<WebhookVerificationException>(() => verifier.Verify(body, With(headers, "webhook-timestamp", earlier)));
        Should.Throw<WebhookVerificationException>(
            () => new StandardWebhook(Encoding.UTF8.GetBytes("another-secret-0123456789-0123456789")).Verify(body, headers));
    }

    [Theory]
    [InlineData("/201", "Taken")]
    [InlineData("/204", "Taken")]
    [InlineData("/301", "Refused")]
    [InlineData("/307", "Refused")]
    [InlineData("/400", "Refused")]
    [InlineData("/401", "Refused")]
    [InlineData("/404", "Refused")]
    [InlineData("/409", "Refused")]
    [InlineData("/422", "Refused")]
    [InlineData("/408", "Later")]
    [InlineData("/425", "Later")]
    [InlineData("/429", "Later")]
    [InlineData("/500", "Later")]
    [InlineData("/503", "Later")]
    public async Task The_class_of_an_answer_decides_and_nothing_is_followed(string path, string receipt)
    {
        (await OfferAsync(path)).GetType().Name.ShouldBe(receipt);

        _received.ShouldHaveSingleItem().Path.ShouldBe(path);
        _logs.Lines.ShouldAllBe(line => !line.Contains("A-1") && !line.Contains(Secret));
    }

    [Fact]
    public async Task A_supplier_that_cannot_be_reached_is_offered_it_again()
    {
        var address = _supplier.Urls.Single();
        await _supplier.StopAsync(TestContext.Current.CancellationToken);

        (await Hook($"{address}/200").TakeAsync(Live, TestContext.Current.CancellationToken)).ShouldBe(
            new EventReceipt.Later(TimeSpan.Zero, "it cannot be reached"));
    }

    [Fact]
    public async Task A_host_that_stops_has_heard_nothing_of_the_supplier()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Hook(_supplier.Urls.Single() + "/200").TakeAsync(Live, stopping.Token));
        _received.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_event_has_the_same_id_and_body_each_time()
    {
        await OfferAsync("/500");
        await OfferAsync("/200");

        _received[1].Body.ShouldBe(_received[0].Body);
        _headers[1]["webhook-id"].ShouldBe(_headers[0]["webhook-id"]);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_posted_and_nothing_waits() =>
        (await Hook(url: null).TakeAsync(Live, TestContext.Current.CancellationToken)).ShouldBe(Taken);

    [Fact]
    public async Task What_is_no_JSON_is_refused_and_not_sent()
    {
        var broken = Live with { Json = "{" };

        (await Hook(_supplier.Urls.Single() + "/200").TakeAsync(broken, TestContext.Current.CancellationToken))
            .ShouldBeOfType<EventReceipt.Refused>();
        _received.ShouldBeEmpty();
    }

    private Task<EventReceipt> OfferAsync(string path) =>
        Hook(_supplier.Urls.Single() + path).TakeAsync(Live, TestContext.Current.CancellationToken);

    private static HeaderDictionary With(HeaderDictionary headers, string name, string value) =>
        new(headers.ToDictionary()) { [name] = value };

    private IBusinessEventSink Hook(string? url, string secret = Secret)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("Webhook:Url", url), KeyValuePair.Create("Webhook:Secret", (string?)secret)]).Build());
        services.AddLogging(logging => logging.AddProvider(_logs)).AddWebhooks();
        return services.BuildServiceProvider().GetRequiredService<IBusinessEventSink>();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Add(
            (context.Request.Path, body.ToArray(), context.Request.ContentType, context.Request.Headers["X-SmartFlexBot-Signature"]));
        _headers.Add(new HeaderDictionary(context.Request.Headers.ToDictionary()));
        context.Response.StatusCode = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
        if (context.Response.StatusCode is 301 or 307)
        {
            context.Response.Headers.Location = "/200";
        }
    }
}
