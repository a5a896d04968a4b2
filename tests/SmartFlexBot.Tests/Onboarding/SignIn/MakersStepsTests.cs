using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.SignIn;

/// <summary>What a maker wants of the customer: a sign-in, values, something done in its own app.</summary>
public sealed class MakersStepsTests
{
    private static readonly WizardStep.AuthFlow SignIn = new("a", new("https://maker.example/authorize?state=x"), null, null);
    private static readonly WizardInput Serial = new("serial", "Serial number", null, IsRequired: true, null, null);
    private static readonly WizardInput Pin = new("pin", null, null, IsRequired: true, null, null);
    private static readonly WizardInput Nickname = new("nick", "Nickname", null, IsRequired: false, null, null);

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task The_link_leads_through_this_host_and_only_Tesla_needs_a_note()
    {
        var tesla = await AtAsync(SignIn, Begun);
        tesla.CardTexts.ShouldContain(Chat.Text("signin.title", ("make", "Tesla")));
        tesla.CardTexts.ShouldContain(Chat.Text("signin.tesla"));
        tesla.CardTexts.ShouldContain(text => text.StartsWith("https://chat.example.com/auth/start/", StringComparison.Ordinal));

        var ohme = await AtAsync(SignIn, Begun with { Chosen = Charger });
        ohme.CardTexts.ShouldContain(Chat.Text("signin.title", ("make", "Ohme")));
        ohme.CardTexts.ShouldNotContain(Chat.Text("signin.tesla"));
    }

    [Fact]
    public async Task A_device_of_which_the_make_is_not_known_has_a_maker_all_the_same()
    {
        var chat = await AtAsync(SignIn, Begun with { Vehicle = null });

        chat.Said[^1].ShouldBe($"[{Chat.Text("signin.title.any")}]");
    }

    [Theory]
    [InlineData("access_denied", "signin.denied")]
    [InlineData("User_Denied", "signin.denied")]
    [InlineData("server_error", "signin.again")]
    public async Task A_sign_in_that_failed_is_told_with_what_to_do(string error, string key)
    {
        var chat = await AtAsync(SignIn with { Error = error }, Begun);

        chat.Said.TakeLast(2).ShouldBe([Chat.Text(key), $"[{Chat.Text("signin.title", ("make", "Tesla"))}]"]);
    }

    [Fact]
    public async Task Who_writes_while_the_sign_in_is_waited_for_is_told_what_else_to_do_and_given_the_link_again()
    {
        var chat = await AtAsync(SignIn, Begun);

        (await chat.SayAsync("hm")).ShouldBe(
            [Chat.Text("signin.waiting"), $"[{Chat.Text("signin.title", ("make", "Tesla"))}]"]);
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();
    }

    public static TheoryData<WizardStep> DoneElsewhere() =>
    [
        SignIn, new WizardStep.UserInputRequired("i", [Serial with { IsVerified = false }], null),
        new WizardStep.UserActionRequired("u", [new("n", "Do it", null)]),
    ];

    [Theory]
    [MemberData(nameof(DoneElsewhere))]
    public async Task Who_has_tried_twice_in_vain_is_offered_a_person(WizardStep step)
    {
        var chat = await AtAsync(step, Begun);
        chat.Said.ShouldNotContain(Chat.Text("elsewhere.person"));
        var tried = step is WizardStep.UserInputRequired ? "press" : "hm";

        for (var tries = 0; tries < 2; tries++)
        {
            await (tried == "hm" ? chat.SayAsync(tried) : chat.PressAsync(tried));
        }

        chat.Said[^1].ShouldBe(Chat.Text("elsewhere.person"));
    }

    [Theory]
    [InlineData("JEDLIX_V2", "Jedlix", true)]
    [InlineData("OCPP", "Tesla", false)]
    public async Task Where_there_is_no_sign_in_page_the_providers_app_is_shown_with_its_steps(string provider, string app, bool hasPage)
    {
        var market = Shipped.Market with { ProviderApps = new Dictionary<string, Uri> { ["JEDLIX"] = new("https://jedlix.example/app") } };
        var chat = await AtAsync(new WizardStep.ProviderApp("p", provider), Begun, market);

        chat.Said[^1].ShouldBe($"[{Chat.Text("provider.title", ("app", app))}]");
        chat.CardTexts.ShouldContain(text => text.Contains(Chat.Text("provider.step.device"), StringComparison.Ordinal));
        chat.CardTexts.Any(text => text.Contains("/auth/start/", StringComparison.Ordinal)).ShouldBe(hasPage);
        chat.Effects.Watches.ShouldContainKey((OnboardingWatch.Kind, "A-1/7"));
    }

    [Fact]
    public async Task A_wizard_without_an_address_leads_to_the_app_that_the_market_has_for_the_make()
    {
        var market = Shipped.Market with { ProviderApps = new Dictionary<string, Uri> { ["TESLA"] = new("https://tesla.example/app") } };
        var chat = await AtAsync(new WizardStep.ProviderApp("p", Provider: null), Begun, market);

        chat.Said[^1].ShouldBe($"[{Chat.Text("provider.title", ("app", "Tesla"))}]");
        chat.CardTexts.ShouldContain(text => text.Contains("/auth/start/", StringComparison.Ordinal));
        await chat.SayAsync("done");
        (await chat.SayAsync("done"))[^1].ShouldBe(Chat.Text("elsewhere.person"));
    }

    [Fact]
    public async Task What_is_said_to_be_connected_counts_when_Kraken_shows_it()
    {
        var chat = await AtAsync(new WizardStep.ProviderApp("p", "JEDLIX"), Begun);

        (await chat.SayAsync("done")).ShouldBe([Chat.Text("provider.unseen", ("app", "Jedlix"))]);
        (await chat.PressAsync("done")).ShouldBe([Chat.Text("provider.unseen", ("app", "Jedlix")), Chat.Text("elsewhere.person")]);

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_says_done_and_is_shown_the_same_again_is_offered_a_person_the_second_time()
    {
        var chat = await AtAsync(new WizardStep.UserActionRequired("u", [new("n", "Do it", null)]), Begun);

        await chat.SayAsync("done");
        (await chat.CommandAsync()).ShouldNotContain(Chat.Text("elsewhere.person"));
        await chat.SayAsync("done");

        (await chat.CommandAsync())[^1].ShouldBe(Chat.Text("elsewhere.person"));
    }

    [Fact]
    public async Task The_address_that_came_back_is_handed_over_once_and_forgotten()
    {
        var chat = await AtAsync(SignIn, Begun);
        await chat.HappenAsync(OnboardingEvents.SignInReturned, protectedValue: "https://t.example/?code=1&state=x");

        var journey = await chat.JourneyAsync();
        (journey.SignInAddress, journey.Pending!.What, journey.Pending.StepId).ShouldBe((null, PendingAction.SignIn, "a"));
        chat.Effects.Commands.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_pasted_address_is_thanked_for()
    {
        var chat = await AtAsync(SignIn, Begun);

        (await chat.TurnAsync(
            new() { Type = "message", Text = "[sign-in address]" }, protectedValue: "https://t.example/?code=1&state=x")).ShouldBe(
            [Chat.Text("signin.received"), Chat.Text("wait.SignIn")]);
    }

    [Fact]
    public async Task Values_are_asked_for_one_at_a_time_and_given_together()
    {
        var chat = await AtAsync(new WizardStep.UserInputRequired("i", [Serial, Nickname, Pin], null), Begun);
        chat.Said[^1].ShouldBe(Chat.Text("input.ask", ("description", "Serial number")));

        (await chat.SayAsync("S-1")).ShouldBe([Chat.Text("input.ask.none")]);
        chat.Effects.Commands.ShouldBeEmpty();
        await chat.SayAsync("1234");

        Payload(chat)["inputs"]!.AsObject().Select(value => (value.Key, value.Value!.ToString())).ShouldBe(
            [("serial", "S-1"), ("pin", "1234")]);
        chat.Memory.Inputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_is_required_everything_is_asked_for()
    {
        var chat = await AtAsync(new WizardStep.UserInputRequired("i", [Nickname], null), Begun);

        chat.Said[^1].ShouldBe(Chat.Text("input.ask", ("description", "Nickname")));
    }

    [Fact]
    public async Task A_value_that_was_not_accepted_is_asked_for_again_and_the_others_are_not()
    {
        WizardInput[] inputs = [Serial with { IsRequired = false, IsVerified = true }, Nickname with { IsVerified = false }];
        var chat = await AtAsync(new WizardStep.UserInputRequired("i", inputs, null), Begun);
        chat.Said[^1].ShouldBe(Chat.Text("input.wrong", ("description", "Nickname")));

        await chat.SayAsync("Bolt");

        Payload(chat)["inputs"]!.AsObject().ShouldHaveSingleItem().Value!.ToString().ShouldBe("Bolt");
    }

    [Fact]
    public async Task A_button_of_another_card_is_no_value()
    {
        var chat = await AtAsync(new WizardStep.UserInputRequired("i", [Serial], null), Begun);

        await chat.PressAsync("done");

        chat.Effects.Commands.ShouldBeEmpty();
        chat.Memory.Inputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Something_to_be_done_elsewhere_is_shown_with_its_page_and_is_over_when_the_customer_says_so()
    {
        var act = new WizardAction("n", "Press *this*", new("https://maker.example/page"));
        var chat = await AtAsync(new WizardStep.UserActionRequired("u", [act]), Begun);
        chat.CardTexts.ShouldContain(Chat.Text("action.text", ("description", @"Press \*this\*")));
        chat.CardTexts.ShouldContain(text => text.StartsWith("https://chat.example.com/auth/start/", StringComparison.Ordinal));
        chat.Effects.Watches.ShouldContainKey((OnboardingWatch.Kind, "A-1/7"));

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("action.retry")]);
        chat.Effects.Commands.ShouldBeEmpty();
        await chat.SayAsync("done");
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["complete u Done { }"]);
    }

    [Fact]
    public async Task Something_to_be_done_in_an_app_has_no_page_to_open()
    {
        var chat = await AtAsync(new WizardStep.UserActionRequired("u", [new("n", "Do it", null)]), Begun);

        chat.CardTexts.ShouldNotContain(Chat.Text("action.open"));
    }

    [Fact]
    public async Task A_link_says_for_which_device_it_is_and_lives_a_day()
    {
        var chat = await AtAsync(SignIn, Begun);

        var record = chat.Effects.Written.Last(written => written.Kind == Ticket.RecordKind);
        (record.IsEvidence, record.ExpiresAt).ShouldBe((false, Noon.AddDays(1)));
        record.Json.ShouldNotBeNull().ShouldContain("Tesla Model 3 Long Range");

        var unknown = await AtAsync(SignIn, Begun with { Vehicle = Unknown });
        unknown.Effects.Written.Last(written => written.Kind == Ticket.RecordKind).Json.ShouldNotBeNull().ShouldNotContain("Zorg");
    }

    private static JsonNode Payload(Chat chat) => JsonNode.Parse(chat.Effects.Commands.ShouldHaveSingleItem().Payload)!["answer"]!;

    private async Task<Chat> AtAsync(WizardStep step, Journey journey, MarketSettings? market = null)
    {
        var chat = new Chat(_kraken, market);
        chat.Know(journey);
        _kraken.Show(step);
        await chat.OpenAsync();
        return chat;
    }
}
