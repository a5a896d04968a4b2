using SmartFlexBot.Evaluation;
using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition;

/// <summary>
/// Each utterance of the evaluation means what its label says: written by people, the check sets before the recogniser. What is not
/// understood today stands here by name.
/// </summary>
public sealed class LabelledUtterancesTests
{
    private static readonly string[] NotUnderstoodToday =
    [
        "skoda en yak coupe", "owe me home pro", "the lease starts next month", "Generic 7 kW charger",
        "Leapmotor C10 autonomía extendida",
    ];

    [Theory]
    [InlineData("device-utterances.json")]
    [InlineData("device-utterances-2.json")]
    [InlineData("device-utterances-3.json")]
    [InlineData("check-utterances.json")]
    [InlineData("check-utterances-2.json")]
    [InlineData("check-utterances-3.json")]
    public void What_customers_say_about_their_devices_means_what_its_label_says(string file)
    {
        var utterances = Files.Read(Data(file), EvaluationJson.Default.ListLabelledUtterance);
        var contexts = DeviceEvaluation.Contexts(utterances, Market);
        var recogniser = new DeviceRecogniser(DeviceLexicon.Create(Market.Entries, Market));

        var faults = utterances.Zip(contexts).Where(each => !NotUnderstoodToday.Contains(each.First.Text)).SelectMany(each =>
            DeviceEvaluation.Faults(each.First.Expect, recogniser.Recognise(each.First.Text, each.Second))
                .Select(fault => $"\"{each.First.Text}\": {fault}"));

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void What_customers_answer_to_a_test_charge_means_what_its_label_says()
    {
        var utterances = Files.Read(Data("consent-utterances.json"), EvaluationJson.Default.ListLabelledConsent);

        utterances.Select(each => (each.Text, ConsentRecogniser.Recognise(each.Text, ConsentQuestion.TestCharge).Label.ToString()))
            .ShouldBe(utterances.Select(each => (each.Text, $"{char.ToUpperInvariant(each.Label[0])}{each.Label[1..]}")));
    }

    private static string Data(string file) => Path.Combine(RepositoryRoot.Path, "tests/SmartFlexBot.Evaluation/Data", file);
}
