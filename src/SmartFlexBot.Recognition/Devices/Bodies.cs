using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>"An MG, the hatchback one": the shape of a car decides where the name does not.</summary>
internal static class Bodies
{
    private static readonly Dictionary<string, string[]> ByName = EmbeddedData.ReadWords("bodies.json")
        .ToDictionary(entry => Key(entry.Key.Split('/')[0], entry.Key.Split('/')[1]), entry => entry.Value);

    public static Mention Narrow(Analysis analysis, Mention mention)
    {
        var isDescribed = analysis.Cues.Exists(hit => hit.Meaning.StartsWith(CueWords.Body, StringComparison.Ordinal));
        if (!isDescribed || mention.IsOneFamily || mention.Kind != DeviceKind.ElectricVehicle)
        {
            return mention;
        }
        var families = mention.IsMakeOnly ? analysis.Makes[mention.Make].VehicleFamilies : mention.Families;
        var shaped = families.Where(family => Has(analysis, analysis.Families[family])).Take(2).ToArray();
        return shaped is [var one]
            ? mention with { Families = [one], Make = analysis.Families[one].Make, IsExact = false, Fit = Fit.Alias }
            : mention;
    }

    private static bool Has(Analysis analysis, Family family) =>
        ByName.TryGetValue(Key(analysis.Makes[family.Make].Name, family.Name), out var shapes)
        && shapes.Any(shape => analysis.Has(CueWords.Body + shape));

    private static string Key(string make, string model) => MakeNames.KeyOf(make) + "/" + Normaliser.Compact(model);
}
