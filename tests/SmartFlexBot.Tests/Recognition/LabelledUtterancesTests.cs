using System.Text.Json;
using SmartFlexBot.Evaluation;
using SmartFlexBot.Recognition.Consent;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Questions;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition;

/// <summary>
/// Each utterance of the evaluation means what its label says: written by people, most of them before the recogniser. What is not
/// understood today stands by name in Data/not-understood.json, and nothing else does.
/// </summary>
public sealed class LabelledUtterancesTests
{
    private const string Folder = "tests/SmartFlexBot.Evaluation/Data";

    public static TheoryData<string> Devices =>
        [.. Sets("*utterances*.json").Where(file => !IsOf(file, "question") && !IsOf(file, "consent"))];

    public static TheoryData<string> Consents => [.. Sets("consent-*.json")];

    public static TheoryData<string> Questions => [.. Sets("question-*.json")];

    [Theory]
    [MemberData(nameof(Devices))]
    public void What_customers_say_about_their_devices_means_what_its_label_says(string file)
    {
        var utterances = Files.Read(PathOf(file), EvaluationJson.Default.ListLabelledUtterance);
        var contexts = DeviceEvaluation.Contexts(utterances, Market);
        var recogniser = new DeviceRecogniser(DeviceLexicon.Create(Market.Entries, Market));

        Compare(file, utterances.Zip(contexts).Select(each => (
            each.First.Text,
            string.Join("; ", DeviceEvaluation.Faults(each.First.Expect, recogniser.Recognise(each.First.Text, each.Second))))));
    }

    [Theory]
    [MemberData(nameof(Consents))]
    public void What_customers_answer_means_what_its_label_says_and_nothing_else_is_a_yes(string file)
    {
        var read = Files.Read(PathOf(file), EvaluationJson.Default.ListLabelledConsent).ConvertAll(each => (
            each.Text,
            Label: ConsentEvaluation.Label(each.Label),
            Answer: ConsentEvaluation.Recognise(each, ConsentModel.Shipped)));

        read.Where(each => ConsentEvaluation.IsWrongYes(each.Answer, each.Label)).Select(each => each.Text).ShouldBeEmpty();
        Compare(file, read.Select(each => (each.Text, each.Answer.Label == each.Label ? "" : $"{each.Answer.Label}, not {each.Label}")));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void What_customers_ask_is_what_its_label_says(string file) =>
        Compare(file, Files.Read(PathOf(file), EvaluationJson.Default.ListLabelledQuestion).Select(each => (
            each.Text,
            QuestionRecogniser.Recognise(each.Text).Known is var known && known.ToHashSet().SetEquals(each.Subjects)
                ? ""
                : string.Join(", ", known))));

    /// <param name="read">Each text with what is wrong about its reading; nothing where it is understood.</param>
    private static void Compare(string file, IEnumerable<(string Text, string Fault)> read)
    {
        var notUnderstood = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(PathOf("not-understood.json")))!;

        var faults = read.Where(each => each.Fault.Length > 0).ToList();

        var known = notUnderstood.GetValueOrDefault(file, []);
        faults.Where(each => !known.Contains(each.Text)).ShouldBeEmpty();
        known.Except(faults.Select(each => each.Text)).ShouldBeEmpty("what is understood by now leaves the list");
    }

    private static IEnumerable<string> Sets(string pattern) =>
        Directory.EnumerateFiles(PathOf(""), pattern).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    private static bool IsOf(string file, string what) => file.StartsWith(what, StringComparison.Ordinal);

    private static string PathOf(string file) => Path.Combine(RepositoryRoot.Path, Folder, file);
}
