using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Flow;

/// <summary>The first words of a conversation: a new customer, one who comes back, one for whom something was begun elsewhere.</summary>
public sealed class GreetingTests
{
    private static readonly (string, object?) Ada = ("name", " Ada");

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task A_new_customer_is_greeted_by_name_once()
    {
        var chat = new Chat(_kraken);

        (await chat.OpenAsync()).ShouldBe([Chat.Text("greeting", Ada), Chat.Text("devices.ask.Both")]);
        (await chat.OpenAsync()).ShouldBeEmpty();
        (await chat.SayAsync("hello")).ShouldNotContain(Chat.Text("greeting", Ada));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Who_has_no_name_is_greeted_without(string? name) =>
        (await new Chat(_kraken) { UserName = name }.OpenAsync())[0].ShouldBe(Chat.Text("greeting", ("name", "")));

    [Fact]
    public async Task Who_has_named_a_car_or_a_charger_comes_back()
    {
        (await OpenAsync(Fresh with { Vehicle = Tesla }))[0].ShouldBe(Chat.Text("greeting.back", Ada));
        (await OpenAsync(Fresh with { ChargePoint = Ohme }))[0].ShouldBe(Chat.Text("greeting.back", Ada));
        (await OpenAsync(Fresh with { Kind = Car }))[0].ShouldBe(Chat.Text("greeting", Ada));
    }

    [Fact]
    public async Task Who_has_begun_comes_back()
    {
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition));

        (await OpenAsync(Begun with { Vehicle = null, ChargePoint = null }))[0].ShouldBe(Chat.Text("greeting.back", Ada));
    }

    [Fact]
    public async Task What_was_begun_elsewhere_without_a_device_is_a_car_or_charger()
    {
        _kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));

        (await OpenAsync(Fresh))[0].ShouldBe(Chat.Text("greeting.halfway", Ada, ("device", Chat.Text("nudge.device"))));
    }

    [Fact]
    public async Task What_still_waits_for_its_first_choices_is_left_alone()
    {
        _kraken.Show(new WizardStep.SelectVehicleOrChargePoint("s"));

        (await OpenAsync(Fresh))[0].ShouldBe(Chat.Text("greeting", Ada));
    }

    [Fact]
    public async Task A_device_that_is_on_its_way_without_an_onboarding_of_ours_was_begun_elsewhere()
    {
        _kraken.Devices.Add(Device("ONBOARDING"));

        (await OpenAsync(Fresh))[0].ShouldBe(Chat.Text("greeting.halfway", Ada, ("device", "Tesla Model 3")));
    }

    [Fact]
    public async Task A_device_that_was_removed_was_begun_by_nobody()
    {
        _kraken.Devices.Add(Device("RETIRED"));

        (await OpenAsync(Fresh))[0].ShouldBe(Chat.Text("greeting", Ada));
    }

    [Fact]
    public async Task LIVE_that_was_told_before_is_told_in_short()
    {
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        _kraken.Devices.Add(Device("LIVE"));

        (await OpenAsync(Begun with { DeviceId = "d-1", LiveToldAt = Noon })).ShouldBe(
            [Chat.Text("greeting.live", Ada, ("device", "Tesla Model 3"))]);
    }

    [Fact]
    public async Task LIVE_from_before_is_kept_as_told_with_its_device()
    {
        _kraken.Devices.Add(Device("LIVE"));
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        var journey = await chat.JourneyAsync();
        (journey.LiveToldAt, journey.DeviceId).ShouldBe((Noon, "d-1"));
        (await chat.HappenAsync("journey/changed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_device_without_a_make_is_called_by_its_name_or_its_id()
    {
        _kraken.Devices.Add(Device("LIVE") with { Make = null, Model = null, Name = "My car" });
        (await OpenAsync(Fresh))[0].ShouldContain("already on for My car");

        _kraken.Devices[0] = _kraken.Devices[0] with { Name = null };
        (await OpenAsync(Fresh))[0].ShouldContain("already on for your car.");
    }

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData("invoke")]
    [InlineData("somethingNew")]
    public async Task Other_kinds_of_activity_are_no_business_of_the_bot(string type)
    {
        var chat = new Chat(_kraken);

        (await chat.TurnAsync(new Activity { Type = type })).ShouldBeEmpty();

        chat.Effects.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_leaves_is_not_greeted()
    {
        var chat = new Chat(_kraken);

        (await chat.TurnAsync(new Activity { Type = ActivityTypes.ConversationUpdate })).ShouldBeEmpty();
        (await chat.TurnAsync(new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [] })).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<string>> OpenAsync(Journey journey)
    {
        var chat = new Chat(_kraken);
        chat.Know(journey);
        return chat.OpenAsync();
    }
}
