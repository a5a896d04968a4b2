using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Turns;

/// <summary>What a turn reads of the tenant, and what of it becomes a fact.</summary>
public sealed class TenantTests
{
    private static readonly WizardStep Waits = new WizardStep.Wait("s", WaitReason.Transition);

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task What_was_begun_elsewhere_is_taken_up_with_its_device()
    {
        _kraken.Show(Waits, "d-1");
        _kraken.Devices.Add(Device("RETIRED", "d-0"));
        _kraken.Devices.Add(Device("ONBOARDING", kind: Charger) with { Make = "Ohme", Model = "Home Pro" });

        var journey = await OpenedAsync(Fresh with { LiveToldAt = Noon });

        (journey.Wizard, journey.DeviceId, journey.Chosen, journey.LiveToldAt).ShouldBe((new WizardToken("w-1"), "d-1", Charger, null));
        (journey.ChargePoint, journey.Vehicle).ShouldBe((new DeviceAnswer("Ohme", "Home Pro"), null));
    }

    [Fact]
    public async Task What_the_customer_has_said_of_it_is_kept()
    {
        _kraken.Show(Waits, "d-1");
        _kraken.Devices.Add(Device("ONBOARDING"));

        (await OpenedAsync(Named)).Vehicle.ShouldBe(Tesla);
    }

    [Fact]
    public async Task Beside_a_device_that_is_LIVE_nothing_is_taken_up()
    {
        _kraken.Show(Waits);
        _kraken.Devices.Add(Device("LIVE"));

        (await OpenedAsync(Fresh)).Wizard.ShouldBeNull();
    }

    [Fact]
    public async Task A_journey_that_has_ended_takes_nothing_up()
    {
        _kraken.Show(Waits);

        (await OpenedAsync(Fresh with { End = JourneyEnd.CancelledByCustomer })).Wizard.ShouldBeNull();
    }

    [Fact]
    public async Task While_a_command_is_under_way_nothing_is_taken_up()
    {
        _kraken.Show(Waits);

        (await OpenedAsync(Agreed with { Pending = new("k", PendingAction.Start) })).Wizard.ShouldBeNull();
    }

    [Fact]
    public async Task What_begins_while_the_chat_asks_is_taken_up_before_another_is_started()
    {
        var chat = new Chat(_kraken);
        chat.Know(Confirmed);
        await chat.OpenAsync();
        _kraken.Show(Waits, "d-9");

        (await chat.PressAsync("consent", inputs: [("data", "true"), ("control", "true")])).ShouldBe([Chat.Text("wait.Transition")]);

        var journey = await chat.JourneyAsync();
        (journey.Wizard, journey.DeviceId).ShouldBe((new WizardToken("w-1"), "d-9"));
        _kraken.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_gone_is_begun_again_and_car_and_charger_are_kept()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { DeviceId = "d-1", KeyLinkOpenedFor = "k", VirtualKeyUri = new("https://maker.example/key") });

        (await chat.OpenAsync()).TakeLast(2).ShouldBe([Chat.Text("again.text"), Chat.Text("wait.Start")]);

        var journey = await chat.JourneyAsync();
        (journey.Wizard, journey.DeviceId, journey.KeyLinkOpenedFor, journey.VirtualKeyUri).ShouldBe((null, null, null, null));
        journey.Vehicle.ShouldBe(Tesla);
        journey.Pending!.What.ShouldBe(PendingAction.Start);
    }

    [Fact]
    public async Task Reading_tells_of_a_new_token_and_of_the_device()
    {
        _kraken.Onboarding = new(new("w-2"), Waits, IsComplete: false, IsCancelled: false, "d-2");
        var journey = await OpenedAsync(Begun with { Refused = Refused(WizardProblemKind.NotReady, "s") });
        (journey.Wizard, journey.DeviceId, journey.Refused!.StepId).ShouldBe((new WizardToken("w-2"), "d-2", "s"));

        _kraken.Onboarding = _kraken.Onboarding with { DeviceId = null };
        (await OpenedAsync(Begun with { DeviceId = "d-1" })).DeviceId.ShouldBe("d-1");
    }

    [Fact]
    public async Task Who_may_take_part_is_asked_once_in_a_conversation()
    {
        var chat = new Chat(_kraken);
        await chat.OpenAsync();
        _kraken.Eligibility = new(false, []);

        (await chat.SayAsync("a Kia EV6")).ShouldBe([Chat.Text("devices.ask.ChargePoint")]);
    }

    [Fact]
    public async Task A_device_at_another_home_is_no_device_here()
    {
        _kraken.Devices.Add(Device("LIVE") with { PropertyId = 8 });

        (await OpenedAsync(Fresh)).LiveToldAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_recogniser_is_built_once_for_a_catalogue_and_again_for_another()
    {
        var catalogue = new OneCatalogue();
        var lexicons = new LexiconSource(catalogue, MarketCatalogue.Load());
        var (first, _) = await lexicons.ReadAsync(TestContext.Current.CancellationToken);

        (await lexicons.ReadAsync(TestContext.Current.CancellationToken)).Recogniser.ShouldBeSameAs(first);
        catalogue.Entries = [new(Car, "Kia", "EV6")];
        var (second, entries) = await lexicons.ReadAsync(TestContext.Current.CancellationToken);
        second.ShouldNotBeSameAs(first);
        entries.ShouldBeSameAs(catalogue.Entries);
    }

    private async Task<Journey> OpenedAsync(Journey journey)
    {
        var chat = new Chat(_kraken);
        chat.Know(journey);
        await chat.OpenAsync();
        return await chat.JourneyAsync();
    }

    private sealed class OneCatalogue : IDeviceCatalogue
    {
        public IReadOnlyList<CatalogueEntry> Entries { get; set; } = [new(Car, "Kia", "EV3")];

        public Task<IReadOnlyList<CatalogueEntry>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Entries);
    }
}
