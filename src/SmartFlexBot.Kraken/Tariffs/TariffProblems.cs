using System.Collections.Frozen;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>What each of Kraken's codes asks of us when a tariff is switched (kraken-api 5, 10). One that is not here is Unknown.</summary>
internal static class TariffProblems
{
    private static readonly FrozenDictionary<int, TariffProblemKind> Kinds = new (TariffProblemKind Kind, int[] Codes)[]
    {
        (TariffProblemKind.TryLater, [1199, 7899]),                    // too many requests, internal
        (TariffProblemKind.DateNotPossible, [1507]),                   // date out of range
        (TariffProblemKind.OfferGone, [4626]),                         // no product selected for the quote: ask for it anew
        (TariffProblemKind.NotPossible, [1501, 1509, 1510, 1516]),     // agreement not found, none made, switch process
        (TariffProblemKind.NotPossible, [4619, 4624, 4627, 4640, 4719, 4924]), // switching; 4624 also: one is under way (GB)
        (TariffProblemKind.NotAllowed, [1111, 1112, 1120, 1121, 1122, 1124, 1134, 1135, 1138, 1139, 1143, 4323]),
        (TariffProblemKind.NotOffered, [1113]),                        // switched off on this tenant
    }.SelectMany(row => row.Codes, (row, code) => (code, row.Kind)).ToFrozenDictionary(row => row.code, row => row.Kind);

    public static TariffProblemKind Kind(KrakenError error) =>
        error.IsUnknownToTenant ? TariffProblemKind.NotOffered
        : Kinds.TryGetValue(error.CoreNumber, out var kind) ? kind
        : TariffProblemKind.Unknown;

    public static TariffResult.Refused From(KrakenError error) => new(Kind(error), error.Code);

    public static TariffResult.Refused Of(TariffProblemKind kind) => new(kind, Code: null);

    private const int BadInput = 4321;

    private static readonly TariffProblemKind[] Absences =
        [TariffProblemKind.NotOffered, TariffProblemKind.NotPossible, TariffProblemKind.OfferGone, TariffProblemKind.DateNotPossible];

    /// <summary>What a query asked for does not exist, also because it names nothing; nothing has gone wrong.</summary>
    public static bool IsAbsent(KrakenError error) =>
        error.Type == "NOT_FOUND" || error.CoreNumber == BadInput || Absences.Contains(Kind(error));
}
