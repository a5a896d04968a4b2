using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Lexicon;

namespace SmartFlexBot.Evaluation;

internal static class DeviceEvaluation
{
    public static Score Run(List<LabelledUtterance> utterances, MarketCatalogue catalogue, TextWriter output)
    {
        var recogniser = new DeviceRecogniser(DeviceLexicon.Create(catalogue.Entries, catalogue));
        var contexts = Contexts(utterances, catalogue);
        var correct = 0;
        var wrong = 0;
        for (var i = 0; i < utterances.Count; i++)
        {
            var answer = recogniser.Recognise(utterances[i].Text, contexts[i]);
            var faults = Faults(utterances[i].Expect, answer).ToList();
            var dangerous = TookWrongModel(utterances[i].Expect, answer);
            correct += faults.Count == 0 ? 1 : 0;
            wrong += dangerous ? 1 : 0;
            if (faults.Count > 0)
            {
                var (text, lang, tag) = (Plain(utterances[i].Text), utterances[i].Lang, utterances[i].Tag);
                var fault = dangerous ? "WRONG" : "miss ";
                output.WriteLine($"{fault} [{lang} {tag}] \"{text}\": {string.Join("; ", faults)}{Offered(answer)}");
            }
        }
        var time = Stopclock.MicrosecondsEach(utterances.Count, i => recogniser.Recognise(utterances[i].Text, contexts[i]));
        return new(utterances.Count, correct, (double)correct / utterances.Count, (double)wrong / utterances.Count, time);
    }

    /// <summary>What was known before each utterance.</summary>
    public static List<RecognitionContext> Contexts(List<LabelledUtterance> utterances, MarketCatalogue catalogue)
    {
        var kinds = catalogue.Devices.GroupBy(device => (device.Make, device.Model))
            .ToDictionary(group => group.Key, group => group.First().DeviceKind);
        return utterances.ConvertAll(utterance => Context(utterance.Context, kinds));
    }

    /// <summary>Everything in which the answer differs from the label.</summary>
    public static IEnumerable<string> Faults(Expectation expected, DeviceUtterance answer)
    {
        var ambiguousKinds = (expected.AmbiguousBetween ?? []).Select(KindOf).ToHashSet();
        foreach (var (name, label, actual) in new[]
        {
            ("evMake", expected.EvMake, answer.Vehicle?.Make),
            ("evModel", ambiguousKinds.Contains(DeviceKind.ElectricVehicle) ? null : expected.EvModel, answer.Vehicle?.Model),
            ("cpMake", expected.CpMake, answer.ChargePoint?.Make),
            ("cpModel", ambiguousKinds.Contains(DeviceKind.ChargePoint) ? null : expected.CpModel, answer.ChargePoint?.Model),
        })
        {
            if (label != actual)
            {
                yield return $"{name} {actual ?? "absent"}, expected {label ?? "absent"}";
            }
        }
        foreach (var kind in ambiguousKinds)
        {
            var offers = kind == DeviceKind.ElectricVehicle ? answer.VehicleOffers : answer.ChargePointOffers;
            var missing = expected.AmbiguousBetween!.Where(device => KindOf(device) == kind
                && !offers.Any(offer => offer.Make == device.Make && offer.Model == device.Model)).ToList();
            if (missing.Count > 0 || offers.Count > DeviceUtterance.MaximumOffers)
            {
                var (offered, lacking) = (offers.Select(offer => offer.Model), missing.Select(device => device.Model));
                yield return $"offers [{string.Join(", ", offered)}] lack [{string.Join(", ", lacking)}]";
            }
        }
        foreach (var (name, label, actual) in new[]
        {
            ("noEv", expected.NoEv, answer.NoEv),
            ("noChargePoint", expected.NoChargePoint, answer.NoChargePoint),
            ("unknownEv", expected.UnknownEv, answer.UnknownEv),
            ("unknownChargePoint", expected.UnknownChargePoint, answer.UnknownChargePoint),
        })
        {
            if (label != actual)
            {
                yield return $"{name} {actual}";
            }
        }
    }

    /// <summary>A model was taken that the label does not name: somebody would be signed up with the wrong device.</summary>
    public static bool TookWrongModel(Expectation expected, DeviceUtterance answer) =>
        IsWrong(answer.Vehicle, expected.EvMake, expected.EvModel) || IsWrong(answer.ChargePoint, expected.CpMake, expected.CpModel);

    private static bool IsWrong(DeviceMention? taken, string? make, string? model) =>
        taken?.Model is not null && (taken.Model != model || taken.Make != make);

    private static string Offered(DeviceUtterance answer)
    {
        var offers = answer.VehicleOffers.Concat(answer.ChargePointOffers).Select(offer => $"{offer.Make} {offer.Model}").ToList();
        return offers.Count == 0 ? "" : $" (offers {string.Join(", ", offers)})";
    }

    private static DeviceKind KindOf(DeviceName device) => device.Kind == "EV" ? DeviceKind.ElectricVehicle : DeviceKind.ChargePoint;

    private static RecognitionContext Context(KnownBefore? known, Dictionary<(string, string), DeviceKind> kinds) => known is null
        ? RecognitionContext.Empty
        : new()
        {
            Vehicle = known.EvMake is null ? null : new(known.EvMake, known.EvModel),
            ChargePoint = known.CpMake is null ? null : new(known.CpMake, known.CpModel),
            Asked = known.Asked is { } asked ? Enum.Parse<AskedFor>(asked)
                : known.OfferedList is null ? AskedFor.CarAndChargePoint
                : AskedFor.Pick,
            Offered = [.. (known.OfferedList ?? []).Select(
                device => new CatalogueEntry(kinds.GetValueOrDefault((device.Make, device.Model)), device.Make, device.Model))],
        };

    /// <summary>Utterances come from customers; control characters do not belong on a terminal.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
