using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Languages;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>Who owns the chat speaks, and nobody else (failure modes 1 and 11).</summary>
public sealed class SilentBotTests
{
    private readonly InMemoryKraken _kraken = new();

    public static TheoryData<string, Activity> Kinds => new()
    {
        { "text", new() { Type = ActivityTypes.Message, Text = "What happens now?" } },
        { "command word", new() { Type = ActivityTypes.Message, Text = "start over" } },
        { "danger", new() { Type = ActivityTypes.Message, Text = "It smells of burning" } },
        { "another person", new() { Type = ActivityTypes.Message, Text = "I want to talk to a person" } },
        { "too long", new() { Type = ActivityTypes.Message, Text = new string('x', 5000) } },
        { "button", new() { Type = ActivityTypes.Message, Value = new JsonObject { ["do"] = "agree", ["card"] = "old" } } },
        { "file", new() { Type = ActivityTypes.Message, Attachments = [new() { ContentType = "image/png", Name = "car.png" }] } },
        { "voice", new() { Type = ActivityTypes.Message, Attachments = [new() { ContentType = "audio/ogg" }] } },
        { "location", new() { Type = ActivityTypes.Message, Entities = [new() { Type = "GeoCoordinates" }] } },
        { "nothing", new() { Type = ActivityTypes.Message } },
        { "edit", new() { Type = "messageUpdate", Text = "status" } },
        { "reaction", new() { Type = "messageReaction" } },
        { "joining", new() { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new() { Id = "u-1" }] } },
        { "typing", new() { Type = ActivityTypes.Typing } },
        { "invoke", new() { Type = ActivityTypes.Invoke, Name = "adaptiveCard/action" } },
        { "language", OnboardingEvents.Event(LanguageChange.Chosen, new JsonObject { ["locale"] = "de" }) },
        { "opened link", OnboardingEvents.Event(OnboardingEvents.LinkOpened, new JsonObject { ["stepId"] = "a" }) },
        { "refused link", OnboardingEvents.Event(OnboardingEvents.LinkRefused, new JsonObject { ["ticket"] = "t" }) },
        { "nudge", OnboardingEvents.Event(SilenceReminders.Nudge) },
        { "end of patience", OnboardingEvents.Event(SilenceReminders.End) },
        { "another try", OnboardingEvents.Event(TryAgain.EventName) },
        { "news elsewhere", OnboardingEvents.Event(OnboardingEvents.Changed) },
        { "unknown event", OnboardingEvents.Event("somebody/else") },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task While_a_hand_over_is_Active_the_bot_sends_nothing_for_every_activity_kind(string kind, Activity activity)
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);

        (await desk.Chat.TurnAsync(activity)).ShouldBeEmpty(kind);

        desk.Open!.State.ShouldBe(HandOverState.Active);
        desk.Chat.Effects.Commands.ShouldBeEmpty("nor does it change anything at Kraken meanwhile");
    }

    [Fact]
    public async Task Danger_while_an_agent_has_the_chat_is_a_flag_for_them()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);

        await desk.Chat.SayAsync("It smells of burning");

        desk.Open!.Facts.ShouldHaveSingleItem().What.ShouldBe("danger");
    }

    [Fact]
    public async Task Danger_while_nobody_is_there_is_answered_at_once_and_goes_before_all_others()
    {
        var desk = await DeskChat.WaitingAsync(_kraken);

        (await desk.Chat.SayAsync("It smells of burning")).ShouldBe([Chat.Text("safety.burning")]);

        desk.Open!.Priority.ShouldBe(SmartFlexBot.Onboarding.Markets.HandOverPriority.Safety);
    }

    [Fact]
    public async Task While_not_in_state_Bot_LIVE_is_a_fact_in_the_agents_panel_and_after_hand_back_it_is_said_once()
    {
        var desk = await LiveMeanwhileAsync();

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved))).ShouldBe(
            [Chat.Text("handover.back", ("name", "Ana")), "[Smart charging is on for Tesla Model 3]"]);
        (await desk.SeenAsync(new OnboardingSighting(Lifecycle: "LIVE"))).ShouldBeEmpty();
        desk.Chat.Effects.Events.ShouldHaveSingleItem().Name.ShouldBe("journey.live");
    }

    [Fact]
    public async Task LIVE_that_the_agent_has_told_is_not_told_again_but_the_supplier_hears_of_it()
    {
        var desk = await LiveMeanwhileAsync();

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved, HasToldLive: true)))
            .ShouldBe([Chat.Text("handover.back", ("name", "Ana"))]);

        desk.Chat.Effects.Events.ShouldHaveSingleItem().Name.ShouldBe("journey.live");
    }

    [Fact]
    public async Task LIVE_that_is_no_longer_true_after_hand_back_is_not_said()
    {
        var desk = await LiveMeanwhileAsync();
        _kraken.Devices[0] = Facts.Device("ONBOARDING");

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved)))
            .ShouldNotContain(said => said.Contains("Smart charging is on", StringComparison.Ordinal));
    }

    private async Task<DeskChat> LiveMeanwhileAsync()
    {
        var desk = await DeskChat.ClaimedAsync(_kraken);
        _kraken.Devices.Add(Facts.Device("LIVE"));
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");

        (await desk.SeenAsync(new OnboardingSighting(Lifecycle: "LIVE"))).ShouldBeEmpty();

        desk.Open!.Facts.ShouldHaveSingleItem().ShouldBe(new HandOverFact(desk.Chat.Time.GetUtcNow(), "live", "LIVE"));
        return desk;
    }
}
