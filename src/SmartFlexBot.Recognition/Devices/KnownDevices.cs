using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>"No sorry, the long range one": words that only make sense with what was known before.</summary>
internal static class KnownDevices
{
    public static void AddCorrected(Scene scene, List<Mention> mentions)
    {
        AddVariant(scene, mentions, scene.Context.Vehicle, DeviceKind.ElectricVehicle);
        AddVariant(scene, mentions, scene.Context.ChargePoint, DeviceKind.ChargePoint);
    }

    private static void AddVariant(Scene scene, List<Mention> mentions, KnownDevice? known, DeviceKind kind)
    {
        if (known?.Model is null || mentions.Exists(mention => mention.Kind == kind && !(mention.IsMakeOnly && IsSameMake(scene, mention, known))))
        {
            return;
        }
        if (FamilyOf(scene, known, kind) is not { } family || VariantResolver.OfKnownFamily(scene, family.Id) is not [var variant])
        {
            return;
        }
        mentions.RemoveAll(mention => mention.Kind == kind);
        mentions.Add(new(kind, family.Make, [family.Id], variant, 0, scene.Utterance.Count, false, Fit.Alias));
    }

    private static bool IsSameMake(Scene scene, Mention mention, KnownDevice known) =>
        mention.Make >= 0 && MakeNames.KeyOf(scene.Lexicon.Makes[mention.Make].Name) == MakeNames.KeyOf(known.Make);

    private static Family? FamilyOf(Scene scene, KnownDevice known, DeviceKind kind)
    {
        var words = NameWords.Of(known.Model!);
        var entry = scene.Lexicon.Find(string.Concat(words));
        var target = entry?.Names.FirstOrDefault(name => name.Fit == Fit.Full && scene.Lexicon.Families[name.Family] is var family
            && family.Kind == kind && MakeNames.KeyOf(scene.Lexicon.Makes[family.Make].Name) == MakeNames.KeyOf(known.Make));
        return target is { Fit: Fit.Full } found ? scene.Lexicon.Families[found.Family] : null;
    }
}
