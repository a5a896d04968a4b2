using SmartFlexBot.Recognition.Consent;

namespace SmartFlexBot.Evaluation;

internal static class ConsentEvaluation
{
    private const int Folds = 10;

    public static Score Run(List<LabelledConsent> utterances, TextWriter output) => Run(utterances, _ => ConsentModel.Shipped, output);

    /// <summary>Each tenth read by a model that has learned from the other nine: what to expect of answers that it was not shown.</summary>
    public static Score RunInFolds(List<LabelledConsent> utterances, TextWriter output)
    {
        var examples = utterances.ConvertAll(row => new ConsentExample(row.Text, row.Lang ?? "", Label(row.Label)));
        var models = Enumerable.Range(0, Folds)
            .Select(fold => ConsentModel.Learn([.. examples.Where((_, at) => at % Folds != fold)]))
            .ToList();
        return Run(utterances, at => models[at % Folds], output);
    }

    private static Score Run(List<LabelledConsent> utterances, Func<int, ConsentModel> model, TextWriter output)
    {
        var correct = 0;
        var wrong = 0;
        for (var at = 0; at < utterances.Count; at++)
        {
            var utterance = utterances[at];
            var answer = Recognise(at);
            var expected = Label(utterance.Label);
            correct += answer.Label == expected ? 1 : 0;
            wrong += IsWrongYes(answer, expected) ? 1 : 0;
            if (answer.Label != expected)
            {
                var fault = IsWrongYes(answer, expected) ? "WRONG" : "miss ";
                output.WriteLine($"{fault} [{utterance.Lang}] \"{utterance.Text}\": {answer.Label}, expected {expected}");
            }
        }
        var time = Stopclock.MicrosecondsEach(utterances.Count, at => Recognise(at));
        return new(utterances.Count, correct, (double)correct / utterances.Count, (double)wrong / utterances.Count, time);

        ConsentAnswer Recognise(int at) => ConsentEvaluation.Recognise(utterances[at], model(at));
    }

    /// <summary>An answer to the question that it was given to.</summary>
    public static ConsentAnswer Recognise(LabelledConsent utterance, ConsentModel model) => utterance.Purpose switch
    {
        "data" => NamedPermission.Recognise(utterance.Text, ConsentTopic.Data),
        "control" => NamedPermission.Recognise(utterance.Text, ConsentTopic.Control),
        _ => ConsentRecogniser.Recognise(utterance.Text, ConsentQuestion.TestCharge, model),
    };

    /// <summary>A soft yes counts too: it answers a check.</summary>
    public static bool IsWrongYes(ConsentAnswer answer, ConsentLabel expected) =>
        answer.Label == ConsentLabel.Yes && expected != ConsentLabel.Yes;

    public static ConsentLabel Label(string label) => label switch
    {
        "yes" => ConsentLabel.Yes,
        "no" => ConsentLabel.No,
        "unclear" => ConsentLabel.Unclear,
        "question" => ConsentLabel.Question,
        _ => throw new UsageException($"\"{label}\" is no label; expected yes, no, unclear or question."),
    };
}
