using GraphQLParser.AST;

namespace SmartFlexBot.Kraken.Operations;

/// <summary>Every operation this bot sends, from the .graphql files beside this one.</summary>
internal static class KrakenOperations
{
    public static readonly KrakenDocument AcceptTermsAndConditions = Load(nameof(AcceptTermsAndConditions));
    public static readonly KrakenDocument CancelSmartFlexOnboarding = Load(nameof(CancelSmartFlexOnboarding));
    public static readonly KrakenDocument CompleteAuthFlow = Load(nameof(CompleteAuthFlow));
    public static readonly KrakenDocument CompleteTeslaSetupVirtualKey = Load(nameof(CompleteTeslaSetupVirtualKey));
    public static readonly KrakenDocument CompleteUserAction = Load(nameof(CompleteUserAction));
    public static readonly KrakenDocument CompleteUserInputRequired = Load(nameof(CompleteUserInputRequired));
    public static readonly KrakenDocument DeviceRegistration = Load(nameof(DeviceRegistration));
    public static readonly KrakenDocument FindResumableOnboarding = Load(nameof(FindResumableOnboarding));
    public static readonly KrakenDocument InitiateProductSwitch = Load(nameof(InitiateProductSwitch));
    public static readonly KrakenDocument IntrospectTenant = Load(nameof(IntrospectTenant));
    public static readonly KrakenDocument ObtainKrakenToken = Load(nameof(ObtainKrakenToken));
    public static readonly KrakenDocument ProviderAuthDetails = Load(nameof(ProviderAuthDetails));
    public static readonly KrakenDocument ProviderVirtualKeyDetails = Load(nameof(ProviderVirtualKeyDetails));
    public static readonly KrakenDocument ReadAccount = Load(nameof(ReadAccount));
    public static readonly KrakenDocument ReadDevices = Load(nameof(ReadDevices));
    public static readonly KrakenDocument ReadEligibility = Load(nameof(ReadEligibility));
    public static readonly KrakenDocument ReadOnboarding = Load(nameof(ReadOnboarding));
    public static readonly KrakenDocument ReadProductEnrolment = Load(nameof(ReadProductEnrolment));
    public static readonly KrakenDocument ReadSupportedDevices = Load(nameof(ReadSupportedDevices));
    public static readonly KrakenDocument ReadSupportedDevicesByDeviceType = Load(nameof(ReadSupportedDevicesByDeviceType));
    public static readonly KrakenDocument ReadSwitchDates = Load(nameof(ReadSwitchDates));
    public static readonly KrakenDocument ReadTariffAccount = Load(nameof(ReadTariffAccount));
    public static readonly KrakenDocument ReadTariffProduct = Load(nameof(ReadTariffProduct));
    public static readonly KrakenDocument ReadVariants = Load(nameof(ReadVariants));
    public static readonly KrakenDocument SelectFromList = Load(nameof(SelectFromList));
    public static readonly KrakenDocument SelectVehicleOrChargePoint = Load(nameof(SelectVehicleOrChargePoint));
    public static readonly KrakenDocument StartOnboardingProcess = Load(nameof(StartOnboardingProcess));
    public static readonly KrakenDocument StartSmartFlexOnboarding = Load(nameof(StartSmartFlexOnboarding));
    public static readonly KrakenDocument StartTestCharge = Load(nameof(StartTestCharge));
    public static readonly KrakenDocument TriggerTestCharge = Load(nameof(TriggerTestCharge));
    public static readonly KrakenDocument UpdateDeviceSmartControl = Load(nameof(UpdateDeviceSmartControl));
    public static readonly KrakenDocument UserVehicles = Load(nameof(UserVehicles));

    public static IReadOnlyList<KrakenDocument> All { get; } =
    [
        AcceptTermsAndConditions,
        CancelSmartFlexOnboarding,
        CompleteAuthFlow,
        CompleteTeslaSetupVirtualKey,
        CompleteUserAction,
        CompleteUserInputRequired,
        DeviceRegistration,
        FindResumableOnboarding,
        InitiateProductSwitch,
        IntrospectTenant,
        ObtainKrakenToken,
        ProviderAuthDetails,
        ProviderVirtualKeyDetails,
        ReadAccount,
        ReadDevices,
        ReadEligibility,
        ReadOnboarding,
        ReadProductEnrolment,
        ReadSupportedDevices,
        ReadSupportedDevicesByDeviceType,
        ReadSwitchDates,
        ReadTariffAccount,
        ReadTariffProduct,
        ReadVariants,
        SelectFromList,
        SelectVehicleOrChargePoint,
        StartOnboardingProcess,
        StartSmartFlexOnboarding,
        StartTestCharge,
        TriggerTestCharge,
        UpdateDeviceSmartControl,
        UserVehicles,
    ];

    private static KrakenDocument Load(string name)
    {
        var document = OperationText.Assemble(OperationText.ReadFile($"{name}.graphql"));
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        return new(name, OperationText.Print(document), operation.Operation == OperationType.Mutation);
    }
}
