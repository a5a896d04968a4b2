using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Languages;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Languages;

/// <summary>The language is the customer's choice: asked for, chosen on the page, or offered once to who writes in another one.</summary>
public sealed class LanguageTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task A_language_that_is_asked_for_is_spoken_at_once_and_the_question_is_shown_again_in_it()
    {
        var chat = await AtDevicesAsync();

        (await chat.SayAsync("in german")).ShouldBe([In("de", "language.changed"), In("de", "devices.ask.Both")]);

        chat.Memory.Locale.ShouldBe("de");
    }

    [Fact]
    public async Task Who_asks_for_another_language_without_saying_which_has_asked_for_none()
    {
        var chat = await AtDevicesAsync();

        var said = await chat.SayAsync("another language");

        said.Count.ShouldBe(2);
        said[0].ShouldStartWith(Chat.Start("answer.language"));
        said[1].ShouldBe(Chat.Text("open.AskDevices"));

        chat.Memory.Locale.ShouldBeNull();
    }

    [Fact]
    public async Task Who_writes_in_another_language_is_used_and_then_asked_in_that_language_once()
    {
        var chat = await AtDevicesAsync();

        (await chat.SayAsync("ich habe einen Kia EV6 und keine Ladestation")).ShouldBe([$"[{In("de", "language.ask")}]"]);
        var journey = await chat.JourneyAsync();
        (journey.Vehicle!.Model, journey.ChargePoint!.IsNone).ShouldBe(("EV6", true));

        (await chat.SayAsync("nein")).ShouldBe([Chat.Text("command.kept"), $"[{Chat.Text("confirm.title")}]"]);
        (await chat.SayAsync("ich habe einen Tesla Model Y und keine Ladestation")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);
    }

    [Fact]
    public async Task A_yes_goes_on_in_that_language()
    {
        var chat = await AtDevicesAsync();
        await chat.SayAsync("ich habe einen Kia EV6 und keine Ladestation");

        (await chat.SayAsync("ja")).ShouldBe([In("de", "language.changed"), $"[{In("de", "confirm.title")}]"]);
    }

    [Fact]
    public async Task The_first_words_of_a_conversation_may_be_in_another_language()
    {
        var chat = new Chat(_kraken);

        (await chat.SayAsync("ich habe einen Kia EV6 und keine Ladestation"))[^1].ShouldBe($"[{In("de", "language.ask")}]");
    }

    [Fact]
    public async Task A_language_that_the_market_does_not_speak_is_not_offered()
    {
        var chat = new Chat(_kraken, Shipped.Market with { Languages = ["en", "fr"] });
        await chat.OpenAsync();

        (await chat.SayAsync("ich habe einen Kia EV6 und keine Ladestation")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);
    }

    [Fact]
    public async Task The_language_that_is_spoken_is_not_offered()
    {
        var chat = await AtDevicesAsync();

        (await chat.SayAsync("I have a Kia EV6 and no charger at home")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);
    }

    [Fact]
    public async Task The_name_of_a_device_is_no_language()
    {
        var chat = new Chat(_kraken);
        chat.Know(Named with { Vehicle = Kia with { Words = "con la macchina EV6" } });
        await chat.OpenAsync();

        (await chat.SayAsync("con la macchina EV6")).ShouldNotContain($"[{In("it", "language.ask")}]");
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("pt", "en")]
    public async Task The_language_that_is_chosen_on_the_page_is_spoken_and_the_question_shown_once_more(string chosen, string spoken)
    {
        var chat = await AtDevicesAsync();

        (await chat.HappenAsync(LanguageChange.Chosen, new JsonObject { ["locale"] = chosen })).ShouldBe([In(spoken, "devices.ask.Both")]);

        chat.Memory.Locale.ShouldBe(spoken);
    }

    [Fact]
    public async Task An_event_without_a_language_changes_none()
    {
        var chat = await AtDevicesAsync();

        (await chat.HappenAsync(LanguageChange.Chosen, new JsonObject { ["locale"] = 5 })).ShouldBeEmpty();
        (await chat.HappenAsync(LanguageChange.Chosen)).ShouldBeEmpty();
        (await chat.HappenAsync("webchat/page", new JsonObject { ["locale"] = "de" })).ShouldBeEmpty();

        chat.Memory.Locale.ShouldBeNull();
    }

    [Theory]
    [InlineData("hallo")]
    [InlineData("danke")]
    [InlineData("garage, danke")]
    public async Task One_foreign_word_asks_for_no_change_of_language(string words)
    {
        var chat = await AtDevicesAsync();

        (await chat.SayAsync(words)).ShouldNotContain($"[{In("de", "language.ask")}]");
    }

    [Fact]
    public async Task What_is_no_answer_to_the_language_is_one_to_the_question_before()
    {
        var chat = await AtDevicesAsync();
        (await chat.SayAsync("ich weiß es leider nicht mehr"))[^1].ShouldBe($"[{In("de", "language.ask")}]");

        (await chat.SayAsync("Kia EV6, no charger")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        chat.Memory.Question.ShouldBeNull();
        (await chat.JourneyAsync()).Vehicle!.Model.ShouldBe("EV6");
    }

    [Fact]
    public async Task What_neither_question_has_a_use_for_has_the_one_before_asked_again()
    {
        var chat = await AtDevicesAsync();
        await chat.SayAsync("ich weiß es leider nicht mehr");

        (await chat.SayAsync("zorgon")).ShouldBe([Chat.Text("devices.ask.Both")]);
        (await chat.HappenAsync("watch/changed")).ShouldBeEmpty();
        (await chat.SayAsync("Kia EV6, no charger")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);
    }

    [Fact]
    public async Task The_card_that_stood_before_can_still_be_pressed()
    {
        var chat = new Chat(_kraken);
        chat.Know(Named);
        await chat.OpenAsync();
        var before = chat.CardToken;
        (await chat.SayAsync("ich weiß es leider nicht mehr"))[^1].ShouldBe($"[{In("de", "language.ask")}]");
        chat.Effects.Sent[^1].ChannelData?["aside"]?.GetValue<bool>().ShouldBe(true);

        (await chat.PressAsync("yes", token: before)).ShouldNotContain(Chat.Text("card.answered"));

        (await chat.JourneyAsync()).DevicesConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_goes_on_writing_in_that_language_has_chosen_it()
    {
        var chat = await AtDevicesAsync();
        await chat.SayAsync("ich weiß es leider nicht mehr");

        (await chat.SayAsync("ich habe einen Kia EV6 und keine Ladestation")).ShouldBe(
            [In("de", "language.changed"), $"[{In("de", "confirm.title")}]"]);

        chat.Memory.Locale.ShouldBe("de");
    }

    [Fact]
    public async Task A_question_that_is_asked_meanwhile_is_answered_and_the_one_before_stands()
    {
        var chat = await AtDevicesAsync();
        await chat.SayAsync("ich weiß es leider nicht mehr");

        (await chat.SayAsync("is it safe for my battery?"))[^1].ShouldBe(Chat.Text("open.AskDevices"));
        (await chat.SayAsync("Kia EV6, no charger")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);
    }

    [Theory]
    [InlineData(null, null, null, "de")]
    [InlineData("en-GB", null, null, "en")]
    [InlineData("en-GB", "de", "de", "en")]
    [InlineData("pt-BR", "en", null, "en")]
    [InlineData("pt-BR", "pt", "en", "en")]
    [InlineData(null, "EN", "de", "en")]
    [InlineData(null, null, "en", "en")]
    public async Task The_clients_language_counts_then_the_accounts_then_the_markets_first(
        string? client, string? page, string? account, string spoken)
    {
        var chat = new Chat(_kraken, Shipped.Market with { Languages = ["de", "en"] }) { BegunIn = page };
        chat.Know(Fresh with { Locale = account });

        var said = await chat.TurnAsync(new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            MembersAdded = [new() { Id = "u-1" }],
            Locale = client,
        });

        said[^1].ShouldBe(In(spoken, "devices.ask.Both"));
    }

    [Fact]
    public async Task A_language_that_was_chosen_in_the_chat_counts_more_than_the_clients()
    {
        var chat = await AtDevicesAsync();
        await chat.SayAsync("in german");

        await chat.TurnAsync(new Activity { Type = ActivityTypes.Message, Text = "status", Locale = "en-US" });

        chat.Effects.Sent[^1].Locale.ShouldBe("de");
    }

    [Fact]
    public async Task The_journey_knows_the_language_it_is_talked_about_in()
    {
        var chat = await AtDevicesAsync();
        await chat.SayAsync("in german");
        await chat.SayAsync("hm");

        (await chat.JourneyAsync()).Locale.ShouldBe("de");
    }

    private async Task<Chat> AtDevicesAsync()
    {
        var chat = new Chat(_kraken);
        await chat.OpenAsync();
        return chat;
    }

    private static string In(string language, string key) => Chat.TextIn(language, key);
}
