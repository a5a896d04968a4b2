using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Conversations;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Health;

/// <summary>The database goes bad under the running host: nobody hears "nothing new", and health says what is wrong.</summary>
public sealed class LostStoreTests
{
    private const string Secret = "development-direct-line-secret-not-for-production";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_was_moved_is_told_until_it_is_back()
    {
        await using var host = await ScriptHost.StartAsync();
        var (activities, token) = await TalkAsync(host);

        File.Move(host.StorePath, host.StorePath + ".away");

        await ShouldBeLostAsync(host, activities, token, "moved, deleted or replaced");

        File.Move(host.StorePath + ".away", host.StorePath);
        using var poll = await SendAsync(host, HttpMethod.Get, activities, token);
        poll.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await BodyAsync(poll))["activities"]!.AsArray().ShouldNotBeEmpty();
        using var post = await SendAsync(host, HttpMethod.Post, activities, token);
        post.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Clock.Advance(TimeSpan.FromSeconds(3));
        (await ReadyAsync(host)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_was_deleted_is_told()
    {
        await using var host = await ScriptHost.StartAsync();
        var (activities, token) = await TalkAsync(host);

        File.Delete(host.StorePath);

        await ShouldBeLostAsync(host, activities, token, "moved, deleted or replaced");
    }

    [Fact]
    public async Task A_database_in_whose_place_another_lies_is_told()
    {
        await using var host = await ScriptHost.StartAsync();
        await using var other = await ScriptHost.StartAsync();
        var (activities, token) = await TalkAsync(host);

        File.Copy(other.StorePath, host.StorePath + ".other");
        File.Move(host.StorePath + ".other", host.StorePath, overwrite: true);

        await ShouldBeLostAsync(host, activities, token, "moved, deleted or replaced");
    }

    [Fact]
    public async Task A_damaged_database_is_told_and_one_read_that_still_succeeds_does_not_hide_it()
    {
        await using var host = await ScriptHost.StartAsync();
        var (activities, token) = await TalkAsync(host);
        StoreFiles.Execute(host.StorePath, "PRAGMA wal_checkpoint(TRUNCATE)");

        Damage(host.StorePath);
        // The next commit makes readers look at the file again.
        host.Clock.Advance(TimeSpan.FromSeconds(3));
        using var poll = await PollUntilAsync(host, activities, token, HttpStatusCode.ServiceUnavailable);

        (await BodyAsync(poll))["error"]!["code"]!.GetValue<string>().ShouldBe("ServiceError");
        var (status, reason) = await ReadyAsync(host);
        (status, reason.Contains("the database file is damaged", StringComparison.Ordinal)).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, true), reason);
    }

    private static async Task ShouldBeLostAsync(ScriptHost host, string activities, string token, string reason)
    {
        using var poll = await SendAsync(host, HttpMethod.Get, activities, token);
        poll.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        poll.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await BodyAsync(poll))["error"]!["code"]!.GetValue<string>().ShouldBe("ServiceError");
        using var post = await SendAsync(host, HttpMethod.Post, activities, token);
        post.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var (status, said) = await ReadyAsync(host);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        said.ShouldContain(reason);
    }

    /// <summary>Everything but the header's first page becomes noise, in the same file.</summary>
    private static void Damage(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        var noise = new byte[file.Length - 4096];
        Array.Fill(noise, (byte)0xA5);
        file.Position = 4096;
        file.Write(noise);
    }

    private static async Task<HttpResponseMessage> PollUntilAsync(ScriptHost host, string activities, string token, HttpStatusCode status)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var look = 0; ; look++)
        {
            var poll = await SendAsync(host, HttpMethod.Get, activities, token);
            if (poll.StatusCode == status)
            {
                return poll;
            }

            look.ShouldBeLessThan(1000, "it is never told");
            poll.Dispose();
            await looks.WaitForNextTickAsync(Token);
        }
    }

    private static async Task<(string Activities, string Token)> TalkAsync(ScriptHost host)
    {
        using var generated = await SendAsync(
            host, HttpMethod.Post, "/v3/directline/tokens/generate", Secret, new JsonObject { ["accountNumber"] = "A-7E51A001" });
        var session = await BodyAsync(generated);
        var token = session["token"]!.GetValue<string>();
        using var started = await SendAsync(host, HttpMethod.Post, "/v3/directline/conversations", token, []);
        var activities = $"/v3/directline/conversations/{session["conversationId"]}/activities";
        using var post = await SendAsync(host, HttpMethod.Post, activities, token);
        post.StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.SettleAsync();
        return (activities, token);
    }

    private static async Task<(HttpStatusCode Status, string Body)> ReadyAsync(ScriptHost host)
    {
        using var response = await host.Http.GetAsync("/health/ready", Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;

    private static async Task<HttpResponseMessage> SendAsync(
        ScriptHost host, HttpMethod method, string path, string token, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (method == HttpMethod.Post)
        {
            request.Content = JsonContent.Create(body ?? new JsonObject { ["type"] = "message", ["text"] = "person" });
        }

        return await host.Http.SendAsync(request, Token);
    }
}
