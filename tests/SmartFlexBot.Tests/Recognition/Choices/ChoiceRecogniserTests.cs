using SmartFlexBot.Recognition.Choices;

namespace SmartFlexBot.Tests.Recognition.Choices;

public sealed class ChoiceRecogniserTests
{
    private static readonly string[] Models = ["Model S", "Model 3", "Model X", "Škoda Enyaq"];
    private static readonly string[] Colours = ["Red", "Green", "Blue"];

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
    public void A_choice_is_known_by_its_name_or_the_part_that_only_it_has(string answer, int index) => Pick(answer, Models).ShouldBe(index);

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 1)]
    [InlineData("#2", 1)]
    [InlineData("2.", 1)]
    [InlineData("2)", 1)]
    [InlineData("option 2", 1)]
    [InlineData("number two", 1)]
    [InlineData("two, please", 1)]
    [InlineData("the second one", 1)]
    [InlineData("I'll take the 2nd one please", 1)]
    [InlineData("first", 0)]
    [InlineData("the last one", 2)]
    [InlineData("die zweite bitte", 1)]
    [InlineData("Ich nehme das erste", 0)]
    [InlineData("Nummer zwei", 1)]
    [InlineData("den letzten", 2)]
    [InlineData("la segunda, por favor", 1)]
    [InlineData("el último", 2)]
    [InlineData("opción 2", 1)]
    [InlineData("2º", 1)]
    [InlineData("la deuxième, s'il vous plaît", 1)]
    [InlineData("je prends le premier", 0)]
    [InlineData("la dernière", 2)]
    [InlineData("n° 2", 1)]
    [InlineData("le 2ème", 1)]
    [InlineData("la seconda per favore", 1)]
    [InlineData("l'ultima", 2)]
    [InlineData("numero due", 1)]
    [InlineData("2°", 1)]
    public void A_choice_is_known_by_its_place_in_five_languages(string answer, int index) => Pick(answer, Colours).ShouldBe(index);

    [Theory]
    [InlineData("I want to talk to a human, een")]
    [InlineData("I want to talk to a human, one")]
    [InlineData("I have 2 cars")]
    [InlineData("I want 2")]
    [InlineData("we are two")]
    [InlineData("the one")]
    [InlineData("one of them")]
    [InlineData("I charged it 2 times, first on Monday")]
    [InlineData("the first or the second")]
    [InlineData("not the second one")]
    [InlineData("anything but the first")]
    [InlineData("2 €")]
    [InlineData("2%")]
    [InlineData("2.5")]
    [InlineData("1, 2")]
    [InlineData("-2")]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("99999999999999999999")]
    [InlineData("not green")]
    [InlineData("red or green")]
    [InlineData("my neighbour painted his garage green last summer")]
    [InlineData("ich will mit einem Menschen sprechen")]
    [InlineData("ein Mensch")]
    [InlineData("ich habe zwei Autos")]
    [InlineData("nicht das erste")]
    [InlineData("quiero hablar con una persona")]
    [InlineData("tengo dos coches")]
    [InlineData("je veux parler à un humain")]
    [InlineData("j'ai deux voitures")]
    [InlineData("vorrei parlare con un operatore")]
    [InlineData("ho due auto")]
    [InlineData("Ik wil met een mens praten, een")]
    public void A_number_or_a_name_in_a_sentence_is_no_answer(string answer) => Pick(answer, Colours).ShouldBeNull();

    [Theory]
    [InlineData("3")]
    [InlineData("model")]
    [InlineData("Model Y")]
    public void What_could_mean_two_choices_or_none_is_no_pick(string answer) => Pick(answer, Models).ShouldBeNull();

    [Theory]
    [InlineData("22", 1)]
    [InlineData("22 kw", 1)]
    [InlineData("2", 1)]
    [InlineData("#1", 0)]
    public void A_number_that_is_no_place_is_a_part_of_a_name(string answer, int index) => Pick(answer, "11 kW", "22 kW").ShouldBe(index);

    [Fact]
    public void A_word_for_a_number_that_begins_another_name_means_that_name() => Pick("two", "Two cars", "One car").ShouldBe(0);

    [Theory]
    [InlineData("vw", 0)]
    [InlineData("vee dub", 0)]
    [InlineData("bmw", 1)]
    public void A_synonym_is_as_good_as_the_name(string answer, int index) =>
        ChoiceRecogniser.Recognise(answer, [new("Volkswagen", "VW", "Vee Dub"), new("BMW")]).ShouldBe(new(ChoiceOutcome.Picked, index));

    [Fact]
    public void Two_choices_of_one_name_are_told_apart_by_place_alone()
    {
        Pick("Car", "Car", "Car").ShouldBeNull();
        Pick("#2", "Car", "Car").ShouldBe(1);
    }

    [Fact]
    public void Choices_in_any_script_are_known()
    {
        string[] choices = ["🚗", "⚡ Schnell", "سيارة كهربائية", "רכב", "日産", "ß-Klasse"];
        for (var index = 0; index < choices.Length; index++)
        {
            Pick(choices[index], choices).ShouldBe(index);
        }

        Pick("٢", choices).ShouldBe(1);
        Pick("ss klasse", choices).ShouldBe(5);
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
    public void Garbage_is_no_choice_and_harms_nothing(string answer)
    {
        var found = Pick(answer, Models);

        // A hidden direction mark changes nothing of a number.
        (found is null || answer.EndsWith('2')).ShouldBeTrue();
    }

    [Fact]
    public void Ten_thousand_characters_are_no_choice()
    {
        Pick(new string('2', 10_000), Models).ShouldBeNull();
        Pick(string.Concat(Enumerable.Repeat("Model 3 ", 1250)), Models).ShouldBeNull();
        Pick(new string('\u0301', 10_000), Models).ShouldBeNull();
    }

    [Fact]
    public void Of_no_choices_none_is_picked() => Pick("1").ShouldBeNull();

    private static int? Pick(string answer, params string[] choices) =>
        ChoiceRecogniser.Recognise(answer, [.. choices.Select(choice => new Choice(choice))]) is { IsPicked: true } pick ? pick.Index : null;
}
