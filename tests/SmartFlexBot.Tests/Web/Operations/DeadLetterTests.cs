using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Conversations.Store.Sealing;
using SmartFlexBot.Tests.Conversations;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Operations;

/// <summary>What the webhook refused for good, as operators see it and offer it again.</summary>
public sealed class DeadLetterTests
{
    private const string Secret = "an-operators-secret-of-the-tests-0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_seen_and_offered_again_by_hand()
    {
        await using var host = await ScriptHost.StartAsync($"Operations:Secret={Secret}");
        Bury(host);
        (await HealthAsync(host)).ShouldBe((HttpStatusCode.OK, "Degraded"));

        var (_, list) = await AskAsync(host, HttpMethod.Get, "dead-letters", $"Bearer {Secret}");
        list!["count"]!.GetValue<int>().ShouldBe(2);
        list["events"]![0]!["recordedAt"]!.GetValue<DateTimeOffset>().ToUnixTimeMilliseconds().ShouldBe(RecordedAt(host));
        list["events"]![0]!.AsObject().Remove("recordedAt");
        const string oldest = """{"id":"a/1","type":"journey.live","attempts":8,"reason":"HTTP 400"}""";
        JsonNode.DeepEquals(list["events"]![0], JsonNode.Parse(oldest)).ShouldBeTrue();
        foreach (var path in (string[])["dead-letters/retry?id=a%2F1", "dead-letters/retry"])
        {
            (await AskAsync(host, HttpMethod.Post, path, $"Bearer {Secret}")).Body!["count"]!.GetValue<int>().ShouldBe(1);
        }

        (await HealthAsync(host)).ShouldBe((HttpStatusCode.OK, "Healthy"));
    }

    [Theory]
    [InlineData(Secret, null, HttpStatusCode.Unauthorized)]
    [InlineData(Secret, "Bearer wrong", HttpStatusCode.Unauthorized)]
    [InlineData(Secret, Secret, HttpStatusCode.Unauthorized)]
    [InlineData(null, "Bearer ", HttpStatusCode.NotFound)]
    public async Task Nobody_else_sees_them_or_offers_them_again(string? secret, string? shown, HttpStatusCode refused)
    {
        await using var host = await ScriptHost.StartAsync(secret is null ? [] : [$"Operations:Secret={secret}"]);
        Bury(host);

        (await AskAsync(host, HttpMethod.Get, "dead-letters", shown)).Status.ShouldBe(refused);
        (await AskAsync(host, HttpMethod.Post, "dead-letters/retry", shown)).Status.ShouldBe(refused);

        StoreFiles.Scalar(host.StorePath, "SELECT count(*) FROM events WHERE status = 2").ShouldBe(2);
    }

    /// <summary>At midnight, so that a clock that moves on makes no difference.</summary>
    private static long RecordedAt(ScriptHost host) =>
        new DateTimeOffset(host.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static void Bury(ScriptHost host)
    {
        var seal = host.Services.GetRequiredService<RowSeal>();
        foreach (var (subject, status) in new[] { ("a", 400), ("b", 404) })
        {
            var recorded = seal.Seal(new BusinessEvent("journey.live", subject, $"{subject}/1", "{}"));
            StoreFiles.Execute(
                host.StorePath,
                $"""
                INSERT INTO events (key, subject, name, json, status, attempts, refusals, not_before, recorded_at, reason, owner)
                VALUES (
                    '{recorded.Key}', '{recorded.Subject}', 'journey.live', '{recorded.Json}', 2, 8, 8, 0, {RecordedAt(host)},
                    'HTTP {status}', '')
                """);
        }
    }

    private static async Task<(HttpStatusCode Status, string Text)> HealthAsync(ScriptHost host)
    {
        using var response = await host.Http.GetAsync("/health/ready", Token);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["status"]!.GetValue<string>());
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> AskAsync(
        ScriptHost host, HttpMethod method, string path, string? shown)
    {
        using var request = new HttpRequestMessage(method, $"/operations/{path}");
        request.Headers.Authorization = shown is null ? null : AuthenticationHeaderValue.Parse(shown);
        using var response = await host.Http.SendAsync(request, Token);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Token)));
    }
}
