using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Conversations;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Web.Privacy;

/// <summary>What a customer may ask for (GDPR, articles 15, 17 and 20), after a whole journey.</summary>
public sealed class ErasureTests
{
    private const string Secret = "an-operators-secret-of-the-tests-0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_is_told_everything_and_then_forgotten_but_for_what_was_agreed()
    {
        await using var script = await Script.StartAsync("Wizard", settings: $"Operations:Secret={Secret}");
        script.Name = JourneySecrets.Name;
        await script.PlayAsync(JourneySecrets.Journey);

        var export = await AskAsync(script, "export");
        export["conversations"]!.AsArray().Count.ShouldBe(2);
        var all = export.ToJsonString();
        foreach (var kept in (string[])["Xylophone", "Zwetschgenkuchen", "Annabel Quux", script.Account, "Tesla Model 3 Long Range"])
        {
            all.ShouldContain(kept);
        }

        all.ShouldNotContain("Pasted2");
        all.ShouldContain("/auth/start/...", customMessage: "the links were there, and open nothing for who finds the file");
        all.ShouldNotMatch("/auth/start/[A-Za-z0-9_-]");
        var page = await PageAsync(script);
        page.ShouldNotMatch("/(auth|tariff)/[a-z]+/[A-Za-z0-9_-]");
        page.ShouldNotContain("<b>You:</b> </p>", customMessage: "what was pressed is told");
        page.ShouldContain("Zwetschgenkuchen");
        page.ShouldNotContain("<script");

        var erased = await AskAsync(script, "erase");
        erased["kept"]!.GetValue<int>().ShouldBe(2, "reading the data, and control");
        erased["filesAreEmptied"]!.GetValue<bool>().ShouldBeTrue();

        var left = await AskAsync(script, "export");
        left["conversations"]!.AsArray().ShouldBeEmpty();
        left["waiting"]!.AsArray().ShouldBeEmpty();
        var evidence = left["records"]!.AsArray();
        evidence.Select(record => record!["kind"]!.GetValue<string>()).ShouldBe(["consent", "consent"]);
        evidence[0]!["content"]!["consent"]!["granted"]!.GetValue<bool>().ShouldBeTrue();
        foreach (var table in (string[])["conversations", "log", "inbox", "outbox", "commands", "watches", "reminders", "events"])
        {
            StoreFiles.Scalar(script.Host.StorePath, $"SELECT count(*) FROM {table}").ShouldBe(0, table);
        }

        StoreFiles.Scalar(script.Host.StorePath, "SELECT count(*) FROM records WHERE evidence = 0").ShouldBe(0);
    }

    [Theory]
    [InlineData("export", null, "{\"accountNumber\":\"A-1\"}", HttpStatusCode.Unauthorized)]
    [InlineData("erase", null, "{\"accountNumber\":\"A-1\"}", HttpStatusCode.Unauthorized)]
    [InlineData("erase", "Bearer wrong", "{\"accountNumber\":\"A-1\"}", HttpStatusCode.Unauthorized)]
    [InlineData("erase", $"Bearer {Secret}", "{}", HttpStatusCode.BadRequest)]
    [InlineData("erase", $"Bearer {Secret}", "nonsense", HttpStatusCode.BadRequest)]
    public async Task Nobody_else_may_and_somebody_has_to_be_named(string verb, string? shown, string body, HttpStatusCode answer)
    {
        await using var host = await ScriptHost.StartAsync($"Operations:Secret={Secret}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/operations/accounts/{verb}");
        request.Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        request.Headers.Authorization = shown is null ? null : AuthenticationHeaderValue.Parse(shown);

        using var response = await host.Http.SendAsync(request, Token);

        response.StatusCode.ShouldBe(answer);
    }

    private static async Task<JsonNode> AskAsync(Script script, string verb) => JsonNode.Parse(await PostAsync(script, verb))!;

    private static Task<string> PageAsync(Script script) => PostAsync(script, "export?format=html");

    private static async Task<string> PostAsync(Script script, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/operations/accounts/{path}");
        request.Headers.Authorization = new("Bearer", Secret);
        request.Content = JsonContent.Create(new JsonObject { ["accountNumber"] = script.Account });
        using var response = await script.Host.Http.SendAsync(request, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync(Token);
    }
}
