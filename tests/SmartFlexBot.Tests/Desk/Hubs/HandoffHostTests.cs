using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Scripts;

namespace SmartFlexBot.Tests.Desk.Hubs;

public sealed class HandoffHostTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_may_tell_the_state_of_its_own_hand_over_where_it_is_set(bool isSet)
    {
        await using var script = await Script.StartAsync("Wizard", "A-7E51A001", "en", $"Hub:Handoff:Enabled={isSet}");
        var client = (await script.TabAsync("1")).Client;
        await script.SayAsync("I want to talk to a person");

        (await client.HistoryAsync()).Count(said => (string?)said["name"] == "handoff.initiate").ShouldBe(isSet ? 1 : 0);
        if (isSet)
        {
            await client.PostAsync(Status("accepted"));
            await script.SayAsync("my charger is grey");
            await script.PlayAsync("bot is silent");
            await client.PostAsync(Status("completed"));
            await script.PlayAsync("bot: [handover.back]");
        }
        else
        {
            await Should.ThrowAsync<Exception>(() => client.PostAsync(Status("accepted")));
        }

        await Should.ThrowAsync<Exception>(() => client.PostAsync(new() { ["type"] = "event", ["name"] = "command/result" }));
    }

    private static JsonObject Status(string state) =>
        new() { ["type"] = "event", ["name"] = "handoff.status", ["value"] = new JsonObject { ["state"] = state, ["agentName"] = "Ana" } };
}
