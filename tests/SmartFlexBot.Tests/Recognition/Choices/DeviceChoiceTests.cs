using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Choices;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Choices;

public sealed class DeviceChoiceTests
{
    private static readonly CatalogueEntry[] Elroqs = [Car("Skoda", "Elroq 50"), Car("Skoda", "Elroq 60"), Car("Skoda", "Elroq 85")];

    [Theory]
    [InlineData("2", 1)]
    [InlineData("the third one please", 2)]
    [InlineData("der erste", 0)]
    [InlineData("la última", 2)]
    [InlineData("numéro 2", 1)]
    [InlineData("la seconda", 1)]
    [InlineData("it's the 85", 2)]
    [InlineData("elroq 60", 1)]
    [InlineData("we have the 85 at home", 2)]
    [InlineData("I have a 60", 1)]
    [InlineData("#3", 2)]
    [InlineData("option three", 2)]
    public void A_position_or_words_of_one_option_pick_it(string text, int index) =>
        ChoiceRecogniser.RecogniseDevice(text, Elroqs).ShouldBe(new ChoicePick(ChoiceOutcome.Picked, index));

    // botbuilder-dotnet#2956: "een" in "I want to talk to a human" picked option 1.
    [Theory]
    [InlineData("we have 2 cars at home")]
    [InlineData("I want to talk to one of your people")]
    [InlineData("elroq")]
    [InlineData("4")]
    [InlineData("what is the 85?")]
    [InlineData("")]
    public void A_number_in_a_sentence_or_words_of_several_options_pick_nothing(string text) =>
        ChoiceRecogniser.RecogniseDevice(text, Elroqs).Outcome.ShouldBe(ChoiceOutcome.NotAPick);

    [Theory]
    [InlineData("neither")]
    [InlineData("keine davon")]
    [InlineData("ninguno de esos")]
    [InlineData("aucune des deux")]
    [InlineData("nessuna delle due")]
    public void None_of_them_is_an_answer(string text) =>
        ChoiceRecogniser.RecogniseDevice(text, Elroqs).Outcome.ShouldBe(ChoiceOutcome.NoneOfThem);
}
