using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>What the customer says not to have, or not to know.</summary>
internal readonly record struct Absences(bool NoEv, bool NoChargePoint, bool UnknownEv, bool UnknownChargePoint, bool BurnsFuel);

/// <summary>Reads absences from the words around charger and car nouns.</summary>
internal static class AbsenceReader
{
    private const int Reach = 4;

    public static Absences Read(Scene scene, List<Mention> mentions)
    {
        var vehicle = mentions.Exists(mention => mention.Kind == DeviceKind.ElectricVehicle);
        var chargePoint = mentions.Exists(mention => mention.Kind == DeviceKind.ChargePoint);
        var burnsFuel = scene.Has(CueWords.Fuel) && !Near(scene, CueWords.Not, CueWords.Fuel) || scene.Has(CueWords.NotPlugIn) || IsPlainHybrid(scene) || scene.Has(CueWords.OtherModel) && !mentions.Exists(mention => mention.Kind == DeviceKind.ElectricVehicle && !mention.IsMakeOnly);
        var unknownChargePoint = !chargePoint && IsUnknownCharger(scene);
        return new(
            NoEv: burnsFuel || !vehicle && (HasNoCar(scene) || !chargePoint && IsAwaited(scene)),
            NoChargePoint: !chargePoint && !unknownChargePoint && HasNoCharger(scene, vehicle),
            UnknownEv: !burnsFuel && (scene.Has(CueWords.OtherVehicle) || scene.Has(CueWords.OtherBrand)) && !vehicle,
            UnknownChargePoint: unknownChargePoint,
            BurnsFuel: burnsFuel);
    }

    private static bool IsPlainHybrid(Scene scene) =>
        scene.Has(CueWords.Hybrid) && !HybridWords.Said(scene);

    private static bool IsUnknownCharger(Scene scene) =>
        scene.Has(CueWords.UnknownChargePoint) || scene.Has(CueWords.OtherCharger)
        || scene.Has(CueWords.Unsure) && scene.Has(CueWords.Charger) && (!scene.Has(CueWords.Car) || scene.Context.Asked == AskedFor.ChargePoint || Near(scene, CueWords.Unsure, CueWords.Charger, 6));

    private static bool HasNoCharger(Scene scene, bool vehicle) =>
        scene.Has(CueWords.Socket)
        || Near(scene, CueWords.Not, CueWords.Charger)
        || After(scene, CueWords.Charger, CueWords.NoneAfter)
        || Near(scene, CueWords.Charger, CueWords.Soon) && !scene.Has(CueWords.Unsure)
        || scene.Context.Asked != AskedFor.Car && !vehicle && scene.Has(CueWords.NoChargePoint);

    private static bool HasNoCar(Scene scene) =>
        scene.Has(CueWords.NoEv)
        || Near(scene, CueWords.Not, CueWords.Car)
        || Near(scene, CueWords.Car, CueWords.Soon)
        || Near(scene, CueWords.Awaited, CueWords.Car)
        || scene.Context.Asked == AskedFor.Car && scene.Has(CueWords.NoChargePoint);

    /// <summary>"Still waiting for it to be delivered": a car, unless the charger was asked for or is named.</summary>
    private static bool IsAwaited(Scene scene) =>
        scene.Has(CueWords.Awaited) && !scene.Has(CueWords.Charger) && !scene.Has(CueWords.NoChargePoint) && scene.Context.Asked is not AskedFor.ChargePoint;

    /// <summary>The first cue before the second, with few words between; a "not" that belongs to "not sure" or "no name" does not count.</summary>
    private static bool Near(Scene scene, string first, string second, int reach = Reach) =>
        scene.All(first).Any(a => !IsPartOfOther(scene, a) && scene.All(second).Any(b => b.Start >= a.End && b.Start - a.End <= reach && !IsPartOfOther(scene, b)));

    private static bool After(Scene scene, string first, string second) => Near(scene, first, second);

    private static bool IsPartOfOther(Scene scene, Words.PhraseHit hit) =>
        hit.Meaning is CueWords.Not or CueWords.NoneAfter && scene.Cues.Exists(other => other.Meaning is CueWords.Unsure or CueWords.UnknownChargePoint && other.Start <= hit.Start && other.End >= hit.End)
        || hit.Meaning == CueWords.Car && scene.Cues.Exists(other => other.Meaning == CueWords.Charger && other.Start >= hit.Start && other.Start <= hit.End);
}
