using System.Text.Json;
using SmartFlexBot.Evaluation;

try
{
    var arguments = Arguments.Parse(args);
    var score = arguments.What == "devices"
        ? DeviceEvaluation.Run(
            Files.Read(arguments.File, EvaluationJson.Default.ListLabelledUtterance), Files.ReadCatalogue(arguments.Catalogue), Console.Out)
        : ConsentEvaluation.Run(Files.Read(arguments.File, EvaluationJson.Default.ListLabelledConsent), Console.Out);
    Console.WriteLine(JsonSerializer.Serialize(score, EvaluationJson.Default.Score));
    return 0;
}
catch (UsageException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
