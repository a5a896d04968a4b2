using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.BotFramework.Schema;
using static SmartFlexBot.Tests.BotFramework.Dialogs.Questions;

namespace SmartFlexBot.Tests.BotFramework.Dialogs;

public sealed class ChoicePromptTests
{
    private static readonly string[] Models = ["Model S", "Model 3", "Model X", "Škoda Enyaq"];

    private static async Task<FoundChoice?> ChooseAsync(string answer, string? locale = "en", params string[] choices) =>
        (FoundChoice?)await AnswerAsync(new ChoicePrompt("choice"), Ask("Which?", null, choices.Length > 0 ? choices : Models), answer, locale);

    [Theory]
    [InlineData("Model 3", 1)]
    [InlineData("  model 3 ", 1)]
    [InlineData("MODEL-3!", 1)]
    [InlineData("skoda enyaq", 3)]
    [InlineData("Skoda Ényaq", 3)]
    [InlineData("２", 1)]
    [InlineData("enyaq", 3)]
    [InlineData("skod", 3)]
    [InlineData("the Enyaq, please", 3)]
    [InlineData("my Model X", 2)]
    public async Task A_choice_is_known_by_its_name_or_the_part_that_only_it_has(string answer, int index) =>
        (await ChooseAsync(answer))!.Index.ShouldBe(index);

    [Theory]
    [InlineData("en", "1", 0)]
    [InlineData("en", "2", 1)]
    [InlineData("en", "#2", 1)]
    [InlineData("en", "2.", 1)]
    [InlineData("en", "2)", 1)]
    [InlineData("en", "option 2", 1)]
    [InlineData("en", "number two", 1)]
    [InlineData("en", "two, please", 1)]
    [InlineData("en", "the second one", 1)]
    [InlineData("en", "I'll take the 2nd one please", 1)]
    [InlineData("en", "first", 0)]
    [InlineData("en", "the last one", 2)]
    [InlineData("de", "die zweite bitte", 1)]
    [InlineData("de", "Ich nehme das erste", 0)]
    [InlineData("de", "Nummer zwei", 1)]
    [InlineData("de", "den letzten", 2)]
    [InlineData("es", "la segunda, por favor", 1)]
    [InlineData("es", "el último", 2)]
    [InlineData("es", "opción 2", 1)]
    [InlineData("es", "2º", 1)]
    [InlineData("fr", "la deuxième, s'il vous plaît", 1)]
    [InlineData("fr", "je prends le premier", 0)]
    [InlineData("fr", "la dernière", 2)]
    [InlineData("fr", "n° 2", 1)]
    [InlineData("fr", "le 2ème", 1)]
    [InlineData("it", "la seconda per favore", 1)]
    [InlineData("it", "l'ultima", 2)]
    [InlineData("it", "numero due", 1)]
    [InlineData("it", "2°", 1)]
    public async Task A_choice_is_known_by_its_place_in_five_languages(string locale, string answer, int index) =>
        (await ChooseAsync(answer, locale, "Red", "Green", "Blue"))!.Index.ShouldBe(index);

    [Theory]
    [InlineData("en", "I want to talk to a human, een")]
    [InlineData("en", "I want to talk to a human, one")]
    [InlineData("en", "I have 2 cars")]
    [InlineData("en", "I want 2")]
    [InlineData("en", "we are two")]
    [InlineData("en", "the one")]
    [InlineData("en", "one of them")]
    [InlineData("en", "I charged it 2 times, first on Monday")]
    [InlineData("en", "the first or the second")]
    [InlineData("en", "not the second one")]
    [InlineData("en", "anything but the first")]
    [InlineData("en", "2 €")]
    [InlineData("en", "2%")]
    [InlineData("en", "2.5")]
    [InlineData("en", "1, 2")]
    [InlineData("en", "-2")]
    [InlineData("en", "0")]
    [InlineData("en", "4")]
    [InlineData("en", "99999999999999999999")]
    [InlineData("en", "not green")]
    [InlineData("en", "red or green")]
    [InlineData("en", "my neighbour painted his garage green last summer")]
    [InlineData("de", "ich will mit einem Menschen sprechen")]
    [InlineData("de", "ein Mensch")]
    [InlineData("de", "ich habe zwei Autos")]
    [InlineData("de", "nicht das erste")]
    [InlineData("es", "quiero hablar con una persona")]
    [InlineData("es", "tengo dos coches")]
    [InlineData("fr", "je veux parler à un humain")]
    [InlineData("fr", "j'ai deux voitures")]
    [InlineData("it", "vorrei parlare con un operatore")]
    [InlineData("it", "ho due auto")]
    [InlineData("nl", "Ik wil met een mens praten, een")]
    public async Task A_number_or_a_name_in_a_sentence_is_no_answer(string locale, string answer) =>
        (await ChooseAsync(answer, locale, "Red", "Green", "Blue")).ShouldBeNull();

    [Theory]
    [InlineData("3")]
    [InlineData("model")]
    [InlineData("Model Y")]
    public async Task What_could_mean_two_choices_or_none_is_asked_again(string answer) => (await ChooseAsync(answer)).ShouldBeNull();

    [Theory]
    [InlineData("22", 1)]
    [InlineData("22 kw", 1)]
    [InlineData("2", 1)]
    [InlineData("#1", 0)]
    public async Task A_number_that_is_no_place_is_a_part_of_a_name(string answer, int index) =>
        (await ChooseAsync(answer, "en", "11 kW", "22 kW"))!.Index.ShouldBe(index);

    [Fact]
    public async Task A_word_for_a_number_that_begins_another_name_means_that_name() =>
        (await ChooseAsync("two", "en", "Two cars", "One car"))!.Index.ShouldBe(0);

    [Fact]
    public async Task A_synonym_is_exact_and_says_which_it_was()
    {
        var question = Ask("Which?");
        question.Choices = [new Choice("Volkswagen", ["VW", "Vee Dub"]), new Choice("BMW")];

        (await AnswerAsync(new ChoicePrompt("choice"), question, "vw")).ShouldBe(new FoundChoice("Volkswagen", 0, 1, "VW"));
        (await AnswerAsync(new ChoicePrompt("choice"), question, "bmw")).ShouldBe(new FoundChoice("BMW", 1, 1));
    }

    [Fact]
    public async Task A_partial_answer_scores_less_than_an_exact_one() =>
        (await ChooseAsync("enyaq"))!.Score.ShouldBeInRange(0.4, 0.99);

    [Fact]
    public async Task Two_choices_of_one_name_are_told_apart_by_place_alone()
    {
        (await ChooseAsync("Car", "en", "Car", "Car")).ShouldBeNull();
        (await ChooseAsync("#2", "en", "Car", "Car"))!.Index.ShouldBe(1);
    }

    [Fact]
    public async Task Choices_in_any_script_are_known()
    {
        string[] choices = ["🚗", "⚡ Schnell", "سيارة كهربائية", "רכב", "日産", "ß-Klasse"];
        for (var index = 0; index < choices.Length; index++)
        {
            (await ChooseAsync(choices[index], "en", choices))!.Index.ShouldBe(index);
        }

        (await ChooseAsync("٢", "en", choices))!.Index.ShouldBe(1);
        (await ChooseAsync("ss klasse", "de", choices))!.Index.ShouldBe(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!…")]
    [InlineData("\ud83d")]
    [InlineData("\0")]
    [InlineData("‮2")]
    [InlineData("'; DROP TABLE journeys; --")]
    [InlineData("🤷‍♀️")]
    public async Task Garbage_is_asked_again_and_harms_nothing(string answer)
    {
        var found = await ChooseAsync(answer);

        // A hidden direction mark changes nothing of a number.
        (found is null || answer.EndsWith('2')).ShouldBeTrue();
    }

    [Fact]
    public async Task Ten_thousand_characters_are_no_choice()
    {
        (await ChooseAsync(new string('2', 10_000))).ShouldBeNull();
        (await ChooseAsync(string.Concat(Enumerable.Repeat("Model 3 ", 1250)))).ShouldBeNull();
        (await ChooseAsync(new string('\u0301', 10_000))).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("en")]
    [InlineData("EN-gb")]
    [InlineData("tlh")]
    [InlineData("not a locale, at all!")]
    [InlineData("-")]
    public async Task Any_locale_that_is_not_known_reads_English(string? locale) =>
        (await ChooseAsync("the second one", locale, "Red", "Green"))!.Index.ShouldBe(1);

    [Fact]
    public async Task The_language_of_the_options_goes_before_that_of_the_turn()
    {
        var question = Ask("Welche?", null, "Rot", "Grün");
        question.RecognizeLanguage = "de-AT";

        ((FoundChoice)(await AnswerAsync(new ChoicePrompt("choice"), question, "das zweite", "en"))!).Index.ShouldBe(1);
    }

    [Fact]
    public async Task A_button_that_sends_a_value_and_no_text_is_an_answer()
    {
        var script = Script(new ChoicePrompt("choice"), Ask("Which?", null, Models));
        await script.SayAsync("hi");

        await script.TurnAsync(new Activity { Type = ActivityTypes.Message, Value = "Model X" });

        ((FoundChoice)script.Result!.Result!).Index.ShouldBe(2);
    }

    [Fact]
    public async Task Choices_are_buttons_whose_title_is_what_they_say()
    {
        var script = Script(new ChoicePrompt("choice"), Ask("Which?", "Which one?", "Red", "Green"));
        await script.SayAsync("hi");
        await script.SayAsync("hm");

        script.Sent.Count.ShouldBe(2);
        foreach (var activity in script.Sent)
        {
            activity.SuggestedActions!.Actions!.Select(action => (action.Type, action.Title, action.Value!.GetValue<string>()))
                .ShouldBe([("imBack", "Red", "Red"), ("imBack", "Green", "Green")]);
        }
    }

    [Fact]
    public async Task A_list_is_numbered_lines_and_none_is_nothing()
    {
        var list = Ask("Which?", null, "Red", "Green");
        list.Style = ListStyle.List;
        var listed = Script(new ChoicePrompt("choice"), list);
        var none = Script(new ChoicePrompt("choice") { Style = ListStyle.None }, Ask("Which?", null, "Red", "Green"));
        await listed.SayAsync("hi");
        await listed.SayAsync("hm");
        await none.SayAsync("hi");

        listed.Sent.ShouldAllBe(activity => activity.Text == "Which?\n1. Red\n2. Green" && activity.SuggestedActions == null);
        none.Sent.ShouldAllBe(activity => activity.Text == "Which?" && activity.SuggestedActions == null);
    }

    [Fact]
    public async Task A_question_with_a_card_keeps_its_own_buttons()
    {
        var question = Ask("Which?", null, "Red");
        question.Prompt = MessageFactory.Attachment(Attachment.AdaptiveCard(new() { ["type"] = "AdaptiveCard" }));
        var script = Script(new ChoicePrompt("choice"), question);

        await script.SayAsync("hi");

        script.Sent[0].SuggestedActions.ShouldBeNull();
    }
}
