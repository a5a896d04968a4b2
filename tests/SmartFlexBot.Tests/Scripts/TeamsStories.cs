using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Tests.Channels.BotConnector;
using SmartFlexBot.Tests.Onboarding;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>The bot as it runs, seen from Teams.</summary>
public sealed class TeamsStories
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_press_is_answered_in_place_once_however_often_Teams_sends_it_and_the_way_goes_on()
    {
        await using var teams = await RecordingConnector.StartAsync();
        await using var host = await ScriptHost.StartAsync(
            "Kraken:OnboardingApi=Wizard", "BotConnector:DevelopmentAccount=A-7E51A001");
        await PostAsync(host, teams, "1", new() { ["type"] = "conversationUpdate", ["membersAdded"] = Members("29:anna") });
        await PostAsync(host, teams, "2", new() { ["type"] = "message", ["text"] = "Tesla Model 3 Long Range, Hypervolt Home 3 Pro" });

        var card = await CardAsync(teams);
        var yes = Within(card).Single(element => (string?)element["data"]?["do"] == "yes" && (string?)element["type"] == "Action.Execute");
        yes["fallback"]!["type"]!.GetValue<string>().ShouldBe("Action.Submit");
        var data = yes["data"]!.DeepClone().AsObject();
        (data["data"], data["control"]) = ("true", "true");

        var first = await PressAsync(host, teams, "3", data);
        ((string?)first["body"]![0]!["text"]).ShouldStartWith("✓ ");
        (await PressAsync(host, teams, "3", data)).ToJsonString().ShouldBe(first.ToJsonString(), "the same press, sent again");
        var link = await CardAsync(teams);
        Within(link).ShouldContain(element => ((string?)element["url"] ?? "").Contains("/auth/start/", StringComparison.Ordinal));

        var late = await PressAsync(host, teams, "4", data);
        var answered = MarkdownText.Escape(Chat.Text("card.answered"));
        late["body"]!.AsArray().ShouldContain(line => (string?)line!["text"] == answered, "the same card, with another id");
        await host.SettleAsync();
        var counts = await host.ControlAsync(HttpMethod.Get, "mutations");
        counts!["counts"]!.AsArray().Where(count => (string?)count!["name"] == "startSmartFlexOnboarding")
            .Select(count => (int)count!["count"]!).ShouldBe([1]);
    }

    [Fact]
    public async Task A_team_is_told_where_to_write_and_nothing_of_the_account()
    {
        await using var teams = await RecordingConnector.StartAsync();
        await using var host = await ScriptHost.StartAsync("BotConnector:DevelopmentAccount=A-7E51A001");

        await PostAsync(host, teams, "1", new()
        {
            ["type"] = "message",
            ["text"] = "<at>Bot</at> status",
            ["conversation"] = new JsonObject { ["id"] = "19:team", ["conversationType"] = "channel" },
        });

        var (path, told) = await teams.NextAsync().WaitAsync(Patience, Stop);
        (path, (string?)told["text"]).ShouldBe(("/v3/conversations/19%3Ateam/activities/1", Chat.Text("group")));
    }

    private static JsonArray Members(string id) => new(new JsonObject { ["id"] = id });

    /// <summary>The next card that the bot sends by itself.</summary>
    private static async Task<JsonNode> CardAsync(RecordingConnector teams)
    {
        while (true)
        {
            var (_, activity) = await teams.NextAsync().WaitAsync(Patience, Stop);
            if (activity["attachments"] is JsonArray { Count: > 0 } cards)
            {
                return cards[0]!["content"]!;
            }
        }
    }

    private static async Task<JsonNode> PressAsync(ScriptHost host, RecordingConnector teams, string id, JsonObject data)
    {
        var answer = await PostAsync(host, teams, id, new()
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "yes", ["data"] = data.DeepClone() },
            },
        });
        return JsonNode.Parse(answer)!["value"]!;
    }

    private static async Task<string> PostAsync(ScriptHost host, RecordingConnector teams, string id, JsonObject activity)
    {
        activity["id"] = id;
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = teams.Address;
        activity["locale"] = "en-GB";
        activity["from"] = new JsonObject { ["id"] = "29:anna", ["name"] = "Anna" };
        activity["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" };
        activity["conversation"] ??= new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal", ["tenantId"] = "t1" };
        using var response = await host.Http.PostAsJsonAsync("/api/messages", activity, Stop);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Accepted);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    private static IEnumerable<JsonObject> Within(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(property => Within(property.Value)).Prepend(element),
        JsonArray list => list.SelectMany(Within),
        _ => [],
    };
}
