using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Tests.Probe;

namespace SmartFlexBot.Tests.Channels.BotConnector.Invokes;

/// <summary>adaptiveCard/action over HTTP (bot protocol F3): the answer to a press takes the place of the card.</summary>
public sealed class CardPressesTests : IAsyncLifetime
{
    private ProbeServer? _server;

    private ProbeServer Server => _server!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await ProbeServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task The_answer_is_a_card_with_what_was_pressed_and_what_the_bot_says()
    {
        var (status, answer) = await PressAsync("i1", """{"type":"Action.Execute","verb":"yes","data":{"title":"Yes, [do] it"}}""");

        status.ShouldBe(HttpStatusCode.OK);
        ((int)answer["statusCode"]!, (string?)answer["type"]).ShouldBe((200, "application/vnd.microsoft.card.adaptive"));
        answer["value"]!["body"]!.AsArray().Select(line => (string?)line!["text"]).ShouldBe(
            [@"✓ Yes, \[do\] it", "What is your name?"]);
    }

    [Fact]
    public async Task A_press_that_Teams_sends_twice_has_one_effect_and_the_same_answer()
    {
        const string action = """{"type":"Action.Execute","data":{"title":"Yes"}}""";
        var (_, first) = await PressAsync("i1", action);
        var (_, second) = await PressAsync("i1", action);

        second.ToJsonString().ShouldBe(first.ToJsonString());
        (await Server.ReadAsync(new ConversationKey("msteams", "c1"))).Count(line => line.Role == "user").ShouldBe(1);
    }

    [Theory]
    [InlineData("null", "BadRequest")]
    [InlineData("7", "BadRequest")]
    [InlineData("""{"type":"Action.Submit","data":{}}""", "NotSupported")]
    [InlineData("""{"type":7}""", "NotSupported")]
    public async Task What_is_no_press_is_refused_in_the_protocols_own_words(string action, string code)
    {
        var (status, answer) = await PressAsync("i1", action);

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)answer["type"], (string?)answer["value"]!["code"]).ShouldBe(("application/vnd.microsoft.error", code));
        (await Server.ReadAsync(new ConversationKey("msteams", "c1"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("signin/verifyState")]
    [InlineData("adaptivecard/action")]
    [InlineData(null)]
    public async Task An_invoke_that_nobody_knows_is_not_implemented(string? name)
    {
        using var response = await ProbeServer.PostAsync(Server.Client, Invoke("i1", name, new JsonObject()));

        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task A_file_that_is_offered_is_answered_like_any_file()
    {
        using var response = await ProbeServer.PostAsync(
            Server.Client, Invoke("i1", "fileConsent/invoke", new JsonObject { ["action"] = "accept" }));
        await Server.SettleAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Server.ReadAsync(new ConversationKey("msteams", "c1"))).ShouldBe([("user", ""), ("bot", "What is your name?")]);
    }

    private async Task<(HttpStatusCode Status, JsonObject Answer)> PressAsync(string id, string action)
    {
        var invoke = Invoke(id, "adaptiveCard/action", new JsonObject { ["action"] = JsonNode.Parse(action), ["trigger"] = "manual" });
        using var response = await ProbeServer.PostAsync(Server.Client, invoke);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!);
    }

    private static JsonObject Invoke(string id, string? name, JsonObject value)
    {
        var invoke = ProbeServer.Message("c1", id, "");
        invoke["type"] = "invoke";
        invoke["channelId"] = "msteams";
        invoke["name"] = name;
        invoke["value"] = value;
        invoke.Remove("text");
        return invoke;
    }
}
