using System.Collections.Frozen;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Wizard;

/// <summary>What each of Kraken's codes asks of us (kraken-api 10). A code that is not here is Unknown: a person has to help.</summary>
internal static class WizardProblems
{
    private static readonly FrozenDictionary<int, WizardProblemKind> Kinds = new (WizardProblemKind Kind, int[] Codes)[]
    {
        (WizardProblemKind.StepMovedOn, [4372, 4377, 4378]),                  // simultaneous update, bad step id, input for another step
        (WizardProblemKind.TryLater, [1199, 4360, 4376, 7899]),               // too many requests, status unreadable, try later, internal
        (WizardProblemKind.Gone, [4301, 4313, 4371, 4391]),                   // no such device, bad wizard id, wizard cancelled
        (WizardProblemKind.BadAnswer, [4321, 4328, 4342, 4364, 4375]),        // validation, invalid data, which device, bad parameters
        (WizardProblemKind.NotReady, [4355, 4362, 4379]),                     // test charge refused, device not ready, vehicle not ready
        (WizardProblemKind.NoCapableDevice, [4363]),
        (WizardProblemKind.RegistrationInProgress, [4324]),
        // cannot register, provider details, Enode link, cannot complete
        (WizardProblemKind.SignInFailed, [4312, 4314, 4319, 4322]),
        (WizardProblemKind.NotAllowed, [1111, 1112, 1120, 1121, 1122, 1124, 1134, 1135, 1138, 1139, 1143, 4323]),
        (WizardProblemKind.NotOffered, [1113, 4385]),                         // switched off on this tenant, re-authentication unsupported

        // Left out, and so unknown: limits of one request, which are a fault of ours (1188, 1189, 1201); devices in use, preferences,
        // boost, tariffs, OCPP and de-authentication, which are no part of an onboarding.
    }.SelectMany(row => row.Codes, (row, code) => (code, row.Kind)).ToFrozenDictionary(row => row.code, row => row.Kind);

    public static WizardProblemKind Kind(KrakenError error) =>
        error.IsUnknownToTenant ? WizardProblemKind.NotOffered
        : Kinds.TryGetValue(error.CoreNumber, out var kind) ? kind
        : WizardProblemKind.Unknown;

    public static WizardProblem From(KrakenError error) => new(Kind(error), error.Code, WithoutPrefix(error.TestChargeRefusalReasons))
    {
        RequestId = error.RequestId,
    };

    public static WizardProblem Of(WizardProblemKind kind) => new(kind, Code: null, []);

    public static IReadOnlyList<string> WithoutPrefix(IEnumerable<string?>? reasons) =>
        [.. (reasons ?? []).OfType<string>().Select(reason => reason.StartsWith("TC_", StringComparison.Ordinal) ? reason[3..] : reason)];
}
