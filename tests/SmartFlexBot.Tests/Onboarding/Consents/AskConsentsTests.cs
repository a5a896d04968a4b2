using SmartFlexBot.Onboarding.Journeys;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Consents;

/// <summary>Two permissions, each on its own, and nothing that is less than an explicit yes.</summary>
public sealed class AskConsentsTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Nothing_is_ticked_beforehand_and_what_was_given_is()
    {
        var chat = await AtConsentsAsync(Confirmed);
        (Box(chat, "data"), Box(chat, "control")).ShouldBe(("false", "false"));

        var half = await AtConsentsAsync(Confirmed with { Consents = [Given(ConsentPurpose.Control)] });
        Box(half, "data").ShouldBe("false");
        Box(half, "control").ShouldBe("true");
    }

    [Fact]
    public async Task The_card_says_how_long_the_test_takes()
    {
        var chat = await AtConsentsAsync(Confirmed);

        chat.CardTexts.ShouldContain(Chat.Text("consent.control", ("minutes", Shipped.Market.TestCharge.Minutes)));
    }

    [Fact]
    public async Task Who_types_is_asked_for_one_after_the_other_and_the_first_yes_counts_for_neither()
    {
        var chat = await AtConsentsAsync(Confirmed);

        (await chat.SayAsync("yes")).ShouldBe([Chat.Text("consent.typed.data")]);
        (await chat.JourneyAsync()).Consents.ShouldBeEmpty();
        (await chat.SayAsync("I agree")).ShouldBe([Control]);
        (await chat.JourneyAsync()).HasAllConsents.ShouldBeFalse();
        await chat.SayAsync("I agree to that");

        (await chat.JourneyAsync()).Consents.ShouldBe(
        [
            new(ConsentPurpose.DataAndLocation, true, Shipped.Market.ConsentWording, "I agree", Noon),
            new(ConsentPurpose.Control, true, Shipped.Market.ConsentWording, "I agree to that", Noon),
        ]);
        chat.Effects.Commands.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_yes_that_names_its_permission_is_not_asked_for_again()
    {
        var chat = await AtConsentsAsync(Confirmed);

        (await chat.SayAsync("yes to the data")).ShouldBe([Control]);

        (await chat.JourneyAsync()).Consents.ShouldBe(
            [new(ConsentPurpose.DataAndLocation, true, Shipped.Market.ConsentWording, "yes to the data", Noon)]);
    }

    [Theory]
    [InlineData("yes to the charging")]
    [InlineData("yes to the location")]
    public async Task A_yes_to_something_else_is_none_to_the_data(string words)
    {
        var chat = await AtConsentsAsync(Confirmed);
        await chat.SayAsync("yes");

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("consent.typed.data")]);

        (await chat.JourneyAsync()).Consents.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("maybe")]
    [InlineData("hm")]
    public async Task Anything_softer_is_asked_again(string words)
    {
        var chat = await AtConsentsAsync(Confirmed);
        await chat.SayAsync("yes");

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("consent.typed.data")]);

        (await chat.JourneyAsync()).Consents.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_no_is_fine_and_says_what_it_means()
    {
        var chat = await AtConsentsAsync(Confirmed);
        await chat.SayAsync("yes");

        (await chat.SayAsync("no")).ShouldBe([Chat.Text("consent.both-needed"), $"[{Chat.Text("consent.title")}]"]);

        (await chat.JourneyAsync()).Consents.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_the_card_was_shown_again_a_typed_yes_belongs_to_neither_again()
    {
        var chat = await AtConsentsAsync(Confirmed);
        await chat.SayAsync("yes");
        await chat.SayAsync("no");

        (await chat.SayAsync("yes")).ShouldBe([Chat.Text("consent.typed.data")]);

        (await chat.JourneyAsync()).Consents.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "thanks, that’s kind", "yes, just take my data you idiots", "nah, not today", "I agree", "for fuck's sake do it")]
    [InlineData("de", "vielen Dank", "ja dann nehmt sie halt, ihr Idioten", "ach, lass mal", "einverstanden", "so eine Scheiße, ja doch")]
    [InlineData("es", "muchas gracias", "sí, venga, joder, quedaos con todo", "mejor no", "de acuerdo", "sí, coño, sí")]
    [InlineData("fr", "merci beaucoup", "oui bordel, prenez tout", "non merci", "d’accord", "putain, oui, allez-y")]
    [InlineData("it", "grazie mille", "sì, prendetevi tutto, cazzo", "meglio di no", "accetto", "sì, porca miseria, fate pure")]
    public async Task A_thank_you_and_anger_are_no_permission_and_the_question_stands(
        string language, string thanks, string anger, string no, string agreed, string again)
    {
        var chat = new Chat(_kraken) { BegunIn = language };
        chat.Know(Confirmed);
        await chat.OpenAsync();
        string Said(string key) => Chat.TextIn(language, key, ("minutes", Shipped.Market.TestCharge.Minutes));

        (await chat.SayAsync(thanks)).ShouldBe([Said("consent.typed.data")]);
        (await chat.SayAsync(anger)).ShouldBe([Said("frustration")]);
        (await chat.SayAsync(no)).ShouldBe([Said("consent.both-needed"), $"[{Said("consent.title")}]"]);
        (await chat.JourneyAsync()).Consents.ShouldBeEmpty();
        await chat.SayAsync(thanks);
        (await chat.SayAsync(agreed)).ShouldBe([Said("consent.typed.control")]);
        (await chat.SayAsync(again)).ShouldBe([Said("frustration")]);
        (await chat.JourneyAsync()).HasAllConsents.ShouldBeFalse();

        (await chat.SayAsync(agreed)).ShouldBe([Said("wait.Start")]);
    }

    [Fact]
    public async Task A_question_is_answered_with_what_is_done_with_the_data()
    {
        var chat = await AtConsentsAsync(Confirmed);

        (await chat.SayAsync("what do you need that for?")).ShouldBe([Chat.Text("answer.data"), Chat.Text("open.AskConsents")]);
    }

    [Fact]
    public async Task What_was_given_before_is_not_asked_again()
    {
        var chat = await AtConsentsAsync(Confirmed with { Consents = [Given(ConsentPurpose.DataAndLocation)] });

        (await chat.SayAsync("yes")).ShouldBe([Control]);
        await chat.SayAsync("yes");

        (await chat.JourneyAsync()).HasAllConsents.ShouldBeTrue();
    }

    [Fact]
    public async Task The_card_with_both_goes_on_and_is_kept_once()
    {
        var chat = await AtConsentsAsync(Confirmed with { Consents = [Given(ConsentPurpose.DataAndLocation)] });

        (await chat.PressAsync("consent", inputs: [("data", "true"), ("control", "true")])).ShouldBe([Chat.Text("wait.Start")]);

        (await chat.JourneyAsync()).Consents.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_box_that_is_unticked_takes_the_permission_back()
    {
        var chat = await AtConsentsAsync(Confirmed with { Consents = [Given(ConsentPurpose.DataAndLocation)] });

        (await chat.PressAsync("consent", inputs: [("data", "false"), ("control", "true")]))[0].ShouldBe(Chat.Text("consent.both-needed"));

        var journey = await chat.JourneyAsync();
        (journey.HasConsent(ConsentPurpose.DataAndLocation), journey.HasConsent(ConsentPurpose.Control)).ShouldBe((false, true));
    }

    private static string Control => Chat.Text("consent.typed.control", ("minutes", Shipped.Market.TestCharge.Minutes));

    private static string Box(Chat chat, string id) => chat.Elements.Single(element => (string?)element["id"] == id)["value"]!.ToString();

    private async Task<Chat> AtConsentsAsync(Journey journey)
    {
        var chat = new Chat(_kraken);
        chat.Know(journey);
        await chat.OpenAsync();
        return chat;
    }
}
