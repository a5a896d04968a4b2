using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.VirtualKey;

/// <summary>The link that adds Tesla's virtual key, and the test charge that shows whether it is there.</summary>
public sealed class AddVirtualKeyTests
{
    private static readonly WizardStep Key = new WizardStep.TeslaSetupVirtualKey("k", "Bright_water", new("https://maker.example/key"));

    private readonly InMemoryKraken _kraken = new();

    public AddVirtualKeyTests() => _kraken.Show(Key, "d-1");

    [Fact]
    public async Task On_a_desktop_a_code_leads_a_phone_to_the_same_place_as_the_link()
    {
        var chat = await AtKeyAsync(Begun);

        chat.CardTexts.ShouldContain(Chat.Text("key.text", ("key", @"Bright\_water")));
        var link = chat.CardTexts.Single(text => text.StartsWith("https://chat.example.com/auth/start/", StringComparison.Ordinal));
        chat.CardTexts.ShouldContain($"https://chat.example.com/auth/qr/{link[^32..]}.png");
        var ticket = await TicketAsync(chat, link);
        (ticket.Purpose, ticket.Uri, ticket.StepId).ShouldBe((TicketPurpose.VirtualKey, "https://maker.example/key", "k"));
    }

    [Fact]
    public async Task On_the_phone_itself_there_is_no_code()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);

        await chat.TurnAsync(new Activity
        {
            Type = ActivityTypes.Message,
            Text = "hello",
            ChannelData = new JsonObject { ["formFactor"] = "phone" },
        });

        chat.CardTexts.ShouldNotContain(text => text.Contains("/auth/qr/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_is_looked_for_while_the_customer_is_away()
    {
        var chat = await AtKeyAsync(Begun);

        chat.Effects.Watches.ShouldContainKey((OnboardingWatch.Kind, "A-1/7"));
    }

    [Theory]
    [InlineData("hm")]
    [InlineData("later")] // there is nothing to put off yet
    public async Task Whatever_else_is_typed_says_what_to_do(string words)
    {
        var chat = await AtKeyAsync(Begun);

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("key.retry")]);

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_was_opened_offers_the_test_at_once()
    {
        var chat = await AtKeyAsync(Begun);

        (await chat.HappenAsync(OnboardingEvents.LinkOpened, new JsonObject { ["stepId"] = "k" })).ShouldBe(
            [$"[{Chat.Text("test.title")}]"]);

        chat.CardTexts.ShouldContain(
            $"{Chat.Text("key.then-test")} {Chat.Text("test.text", ("minutes", Shipped.Market.TestCharge.Minutes))}");
    }

    [Fact]
    public async Task The_test_is_offered_beside_the_link_for_opening_it_says_nothing_about_approval()
    {
        var chat = await AtKeyAsync(Begun);
        await chat.HappenAsync(OnboardingEvents.LinkOpened, new JsonObject { ["stepId"] = "k" });

        chat.CardTexts.ShouldContain(Chat.Text("key.again"));
        chat.CardTexts.ShouldContain(text => text.StartsWith("https://chat.example.com/auth/start/", StringComparison.Ordinal));
        (await chat.HappenAsync(OnboardingEvents.LinkOpened, new JsonObject { ["stepId"] = "k" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task I_have_added_the_key_is_true_on_the_first_card_after_the_link_was_opened()
    {
        var chat = await AtKeyAsync(Begun);
        var first = chat.CardToken;
        await chat.HappenAsync(OnboardingEvents.LinkOpened, new JsonObject { ["stepId"] = "k" });

        await chat.PressAsync("key-added", token: first);
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["complete k Done { }"]);
        (await chat.JourneyAsync()).Test.AgreedInAdvance.ShouldBeFalse();
    }

    [Fact]
    public async Task I_have_added_the_key_is_never_called_answered_already()
    {
        var chat = await AtKeyAsync(Begun with { KeyLinkOpenedFor = "k" });
        var card = chat.CardToken;
        await chat.PressAsync("start");
        await chat.CommandAsync();
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null), "d-1");
        await chat.HappenAsync("watch/changed");

        var said = await chat.PressAsync("key-added", token: card);

        said[0].ShouldBe(Chat.Text("key.noted"));
        said.ShouldNotContain(Chat.Text("card.answered"));
    }

    [Theory]
    [InlineData("en", "I'm not the owner", "key.owner")]
    [InlineData("en", "it's a company car", "key.owner")]
    [InlineData("en", "the button does nothing", "key.nothing")]
    [InlineData("de", "Ich bin nicht der Besitzer", "key.owner")]
    [InlineData("de", "der Knopf tut nichts", "key.nothing")]
    [InlineData("de", "da passiert nichts", "key.nothing")]
    [InlineData("es", "no soy el propietario", "key.owner")]
    [InlineData("es", "el botón no hace nada", "key.nothing")]
    [InlineData("fr", "je ne suis pas le propriétaire", "key.owner")]
    [InlineData("fr", "le bouton ne fait rien", "key.nothing")]
    [InlineData("it", "non sono il proprietario", "key.owner")]
    [InlineData("it", "il pulsante non fa nulla", "key.nothing")]
    public async Task Who_cannot_add_the_key_is_told_the_way_and_given_the_link_again(string language, string words, string textKey)
    {
        var chat = await AtKeyAsync(Begun, language);

        await chat.SayAsync(words);

        chat.CardTexts.ShouldContain(Chat.TextIn(language, textKey, ("key", @"Bright\_water")));
        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "you don't need a virtual key")]
    [InlineData("en", "skip")]
    [InlineData("de", "ich brauche keinen virtuellen Schlüssel")]
    [InlineData("de", "überspringen")]
    [InlineData("es", "no necesito una llave virtual")]
    [InlineData("es", "omitir este paso")]
    [InlineData("fr", "je n'ai pas besoin de clé virtuelle")]
    [InlineData("fr", "passer cette étape")]
    [InlineData("it", "non ho bisogno di una chiave virtuale")]
    [InlineData("it", "salta questo passaggio")]
    public async Task Who_wants_no_key_is_offered_the_test_which_shows_whether_it_is_needed(string language, string words)
    {
        var chat = await AtKeyAsync(Begun, language);

        await chat.SayAsync(words);

        chat.CardTexts.ShouldContain(
            $"{Chat.TextIn(language, "key.skip")} {Chat.TextIn(language, "test.text", ("minutes", Shipped.Market.TestCharge.Minutes))}");
        await chat.PressAsync("start");
        await chat.CommandAsync();
        _kraken.Changes.ShouldBe(["complete k Done { }"]);
        (await chat.JourneyAsync()).Test.AgreedInAdvance.ShouldBeTrue();
    }

    [Fact]
    public async Task After_two_tries_a_person_is_offered()
    {
        var chat = await AtKeyAsync(Begun);

        (await chat.SayAsync("the button does nothing")).ShouldNotContain(Chat.Text("elsewhere.person"));
        (await chat.SayAsync("hm"))[^1].ShouldBe(Chat.Text("elsewhere.person"));
        (await chat.SayAsync("still, nothing happens"))[^1].ShouldBe(Chat.Text("elsewhere.person"));
    }

    [Fact]
    public async Task A_link_of_another_step_offers_nothing()
    {
        var chat = await AtKeyAsync(Begun);

        (await chat.HappenAsync(OnboardingEvents.LinkOpened, new JsonObject { ["stepId"] = "other" })).ShouldBeEmpty();
        (await chat.HappenAsync(OnboardingEvents.LinkOpened)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Later_puts_the_offered_test_off_and_go_on_takes_it_up()
    {
        var chat = await AtKeyAsync(Begun with { KeyLinkOpenedFor = "k" });

        (await chat.SayAsync("later")).ShouldBe([Chat.Text("test.later.text")]);
        chat.Effects.Commands.ShouldBeEmpty();
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();
        await chat.SayAsync("go on");
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["complete k Done { }"]);
        (await chat.JourneyAsync()).Test.AgreedInAdvance.ShouldBeTrue();
    }

    [Fact]
    public async Task Start_before_the_link_was_opened_is_about_the_key_alone()
    {
        var chat = await AtKeyAsync(Begun);

        await chat.PressAsync("start");

        var journey = await chat.JourneyAsync();
        (journey.Test.AgreedInAdvance, journey.VirtualKeyUri).ShouldBe((false, new Uri("https://maker.example/key")));
        chat.Effects.Commands.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_test_that_fails_for_want_of_the_key_offers_its_link_again()
    {
        var failed = new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, new(Failed: true, ["ASSESSMENTS_FAILED"]));
        _kraken.Show(failed, "d-1");
        var chat = await AtKeyAsync(Begun with { VirtualKeyUri = new("https://maker.example/key") });
        var link = chat.CardTexts.Single(text => text.StartsWith("https://chat.example.com/auth/start/", StringComparison.Ordinal));
        (await TicketAsync(chat, link)).Purpose.ShouldBe(TicketPurpose.VirtualKey);

        _kraken.Show(failed with { Problem = new(Failed: true, ["SOC_LIMIT_REACHED"]) }, "d-1");
        await chat.HappenAsync("watch/changed");

        chat.CardTexts.ShouldContain(Chat.Text("reason.SOC_LIMIT_REACHED"));
        chat.CardTexts.ShouldNotContain(text => text.Contains("/auth/start/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I'm not the owner", "key.owner")]
    [InlineData("nothing happens when I press it", "key.nothing")]
    [InlineData("my car doesn't need a key", "key.skip")]
    public async Task What_is_in_the_keys_way_is_heard_after_a_failed_test_too(string words, string textKey)
    {
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, new(Failed: true, ["ASSESSMENTS_FAILED"])), "d-1");
        var chat = await AtKeyAsync(Begun with { VirtualKeyUri = new("https://maker.example/key") });

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(textKey), Chat.Text("test.mend.retry")]);
        chat.Effects.Commands.ShouldBeEmpty();
    }

    private static async Task<Ticket> TicketAsync(Chat chat, string link)
    {
        var key = Ticket.KeyOf(link[^32..]);
        return Ticket.Read((await chat.Effects.FindRecordAsync(Ticket.RecordKind, key, TestContext.Current.CancellationToken))!)!;
    }

    private async Task<Chat> AtKeyAsync(Journey journey, string language = "en")
    {
        var chat = new Chat(_kraken) { BegunIn = language };
        chat.Know(journey);
        await chat.OpenAsync();
        return chat;
    }
}
