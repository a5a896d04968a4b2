using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>"No sorry, the long range one": words that only make sense with what was known before.</summary>
internal static class KnownDevices
{
    public static void AddCorrected(Analysis analysis, List<Mention> mentions)
    {
        AddVariant(analysis, mentions, analysis.Context.Vehicle, DeviceKind.ElectricVehicle);
        AddVariant(analysis, mentions, analysis.Context.ChargePoint, DeviceKind.ChargePoint);
    }

    private static void AddVariant(Analysis analysis, List<Mention> mentions, KnownDevice? known, DeviceKind kind)
    {
        if (known?.Model is null || mentions.Exists(mention => mention.Kind == kind && !IsItsMakeAlone(analysis, mention, known)))
        {
            return;
        }
        if (FamilyOf(analysis, known, kind) is not { } family || VariantResolver.OfKnownFamily(analysis, family.Id) is not [var variant])
        {
            return;
        }
        mentions.RemoveAll(mention => mention.Kind == kind);
        mentions.Add(new(kind, family.Make, [family.Id], variant, 0, analysis.Utterance.Count, false, Fit.Alias));
    }

    private static bool IsItsMakeAlone(Analysis analysis, Mention mention, KnownDevice known) =>
        mention.IsMakeOnly && MakeNames.KeyOf(analysis.Makes[mention.Make].Name) == MakeNames.KeyOf(known.Make);

    private static Family? FamilyOf(Analysis analysis, KnownDevice known, DeviceKind kind)
    {
        var words = NameWords.Of(known.Model!);
        var entry = analysis.Lexicon.Find(string.Concat(words));
        var target = entry?.Names.FirstOrDefault(name => name.Fit == Fit.Full && analysis.Families[name.Family] is var family
            && family.Kind == kind && MakeNames.KeyOf(analysis.Makes[family.Make].Name) == MakeNames.KeyOf(known.Make));
        return target is { Fit: Fit.Full } found ? analysis.Families[found.Family] : null;
    }
}
