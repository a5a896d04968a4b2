using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Mutation;

/// <param name="By">The test that noticed; null when none did.</param>
/// <param name="Covered">No test of the area runs through it otherwise.</param>
internal sealed record Outcome(string Area, Fault Fault, bool Covered, string? By, string? Excuse)
{
    public bool Counts => Excuse is null;

    private string Word => By is not null ? "noticed" : Excuse is not null ? "the same" : Covered ? "UNNOTICED" : "UNCOVERED";

    public override string ToString() =>
        $"{Word}  {Fault.File}:{Fault.Line}  {Fault.Kind}: "
        + $"{Short(Fault.Original)}  ->  {Short(Fault.Changed)}  {By ?? Excuse}";

    private static string Short(string text) => text.Length <= 160 ? text : text[..160] + "...";
}

/// <summary>The figures of a run.</summary>
internal static class Report
{
    public static void Table(IReadOnlyList<Outcome> outcomes, TextWriter writer)
    {
        writer.WriteLine("| Area | Tried | Noticed | Unnoticed | Not run by any test | |");
        writer.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var area in outcomes.Where(outcome => outcome.Counts).GroupBy(outcome => outcome.Area)
            .Select(area => (area.Key, area.ToList())))
        {
            Row(area.Key, area.Item2, writer);
        }

        Row("all", [.. outcomes.Where(outcome => outcome.Counts)], writer);
    }

    public static void Uncovered(IEnumerable<Fault> faults, TextWriter writer)
    {
        foreach (var fault in faults)
        {
            writer.WriteLine(new Outcome("", fault, Covered: false, By: null, Excuse: null));
        }
    }

    public static void Save(IReadOnlyList<Outcome> outcomes, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, JsonSerializer.Serialize(outcomes, MutationJson.Default.IReadOnlyListOutcome));
    }

    private static void Row(string name, List<Outcome> outcomes, TextWriter writer)
    {
        var noticed = outcomes.Count(outcome => outcome.By is not null);
        var uncovered = outcomes.Count(outcome => !outcome.Covered);
        var share = outcomes.Count == 0 ? 0 : 100 * noticed / outcomes.Count;
        writer.WriteLine($"| {name} | {outcomes.Count} | {noticed} | {outcomes.Count - noticed - uncovered} | {uncovered} | {share} % |");
    }
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<Outcome>))]
[JsonSerializable(typeof(IReadOnlyList<Fault>))]
internal sealed partial class MutationJson : JsonSerializerContext;
