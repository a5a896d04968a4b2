using System.Text.Json;
using SmartFlexBot.Evaluation;

try
{
    var arguments = Arguments.Parse(args);
    var (file, json) = (arguments.File, EvaluationJson.Default);
    var score = arguments.What switch
    {
        "devices" => DeviceEvaluation.Run(
            Files.Read(file, json.ListLabelledUtterance), Files.ReadCatalogue(arguments.Catalogue), Console.Out),
        "consent" => ConsentEvaluation.Run(Files.Read(file, json.ListLabelledConsent), Console.Out),
        "folds" => ConsentEvaluation.RunInFolds(Files.Read(file, json.ListLabelledConsent), Console.Out),
        _ => QuestionEvaluation.Run(Files.Read(file, json.ListLabelledQuestion), Console.Out),
    };
    Console.WriteLine(JsonSerializer.Serialize(score, EvaluationJson.Default.Score));
    return 0;
}
catch (UsageException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
