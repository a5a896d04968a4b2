using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>A step of an onboarding. Which one comes next is the server's decision (V2 guide): nothing here assumes an order.</summary>
/// <param name="Id">Of this instance of the step; sent back with the answer.</param>
public abstract record WizardStep(string Id)
{
    /// <summary>Asks which devices there are, which the customer tells in their own words.</summary>
    public virtual bool AsksForDevices => false;

    /// <summary>A step that is completed by one of its options.</summary>
    public abstract record Select(string Id, IReadOnlyList<WizardOption> Options) : WizardStep(Id);

    public sealed record SelectDeviceType(string Id, IReadOnlyList<WizardOption> Options) : Select(Id, Options)
    {
        public override bool AsksForDevices => true;
    }

    public sealed record SelectMake(string Id, DeviceKind Kind, IReadOnlyList<WizardOption> Options) : Select(Id, Options)
    {
        public override bool AsksForDevices => true;
    }

    public sealed record SelectVariant(string Id, DeviceKind Kind, IReadOnlyList<WizardOption> Options) : Select(Id, Options)
    {
        public override bool AsksForDevices => true;
    }

    public sealed record SelectVehicleOrChargePoint(string Id) : WizardStep(Id)
    {
        public override bool AsksForDevices => true;
    }

    /// <summary>Several cars on the maker's account: which one.</summary>
    public sealed record SelectUserVehicle(string Id, IReadOnlyList<WizardOption> Options) : Select(Id, Options);

    /// <summary>Several devices in the session of a charge point's maker: which one.</summary>
    public sealed record SelectSessionDevice(string Id, IReadOnlyList<WizardOption> Options) : Select(Id, Options);

    /// <param name="AuthorizationUri">The maker's page. Never shown as text; reached through a ticket.</param>
    /// <param name="RedirectUri">Where the maker's page sends the browser; null when the tenant does not say.</param>
    /// <param name="Error">Why an earlier try failed, such as "access_denied"; null at the first.</param>
    public sealed record AuthFlow(string Id, Uri AuthorizationUri, Uri? RedirectUri, string? Error) : WizardStep(Id);

    /// <summary>The provider has no sign-in page: the customer connects the device in its own app, and Kraken shows it then.</summary>
    /// <param name="Provider">Kraken's name for it, such as "JEDLIX"; null where it does not tell, as in its own wizard.</param>
    public sealed record ProviderApp(string Id, string? Provider) : WizardStep(Id);

    public sealed record UserInputRequired(string Id, IReadOnlyList<WizardInput> Inputs, string? Error) : WizardStep(Id);

    public sealed record UserActionRequired(string Id, IReadOnlyList<WizardAction> Actions) : WizardStep(Id);

    /// <param name="KeyName">The name the Tesla app shows for the key.</param>
    public sealed record TeslaSetupVirtualKey(string Id, string KeyName, Uri Uri) : WizardStep(Id);

    /// <param name="ModifyScopesSelected">True: change the permissions. False: sign in again. Null: not decided.</param>
    public sealed record TeslaRegistrationFailed(string Id, bool? ModifyScopesSelected) : WizardStep(Id);

    public sealed record TeslaModifyScopes(string Id, Uri ModifyScopesUri, Uri? RedirectUri) : WizardStep(Id);

    /// <param name="IsReady">
    /// Plugged in at home, not charging, below its limit, as Kraken sees it; null when Kraken does not tell before a try.
    /// </param>
    /// <param name="Problem">Why it was refused or failed; null when neither.</param>
    public sealed record TestCharge(string Id, bool? IsReady, bool IsStarted, TestChargeProblem? Problem) : WizardStep(Id);

    /// <summary>Kraken or a third party is at work; nothing for the customer to do.</summary>
    public sealed record Wait(string Id, WaitReason Reason) : WizardStep(Id);

    /// <summary>Car and charge point do not go together: go back to an earlier choice, or cancel.</summary>
    public sealed record UnsupportedCombination(string Id) : WizardStep(Id);

    /// <param name="Codes">Undocumented values (kraken-gaps 5).</param>
    public sealed record TerminalError(string Id, IReadOnlyList<string> Codes) : WizardStep(Id);

    /// <summary>A step this version does not know, or has no way to complete.</summary>
    public sealed record Unknown(string Id, string TypeName) : WizardStep(Id);
}

public enum WaitReason
{
    DeviceRegistration,
    Transition,

    /// <summary>The test is done; the device is about to go LIVE.</summary>
    GoingLive,

    /// <summary>The make's integration is not live yet. Offer to come back later, or the other device.</summary>
    LiveIntegration,
}

/// <summary>One choice of a list step.</summary>
/// <param name="Id">Sent back; its relation to the name is the tenant's affair.</param>
/// <param name="Label">What the customer sees.</param>
/// <param name="BatterySize">kWh, when the tenant tells it.</param>
/// <param name="PowerInKw">kW, when the tenant tells it.</param>
/// <param name="IsIntegrationLive">Null when the tenant does not tell.</param>
/// <param name="Year">Of a car, when the tenant tells it.</param>
/// <param name="Ending">The last characters of a car's identification number, by which its owner knows it; null when not told.</param>
public sealed record WizardOption(
    string Id,
    string Label,
    string? Make = null,
    string? Model = null,
    decimal? BatterySize = null,
    decimal? PowerInKw = null,
    bool? IsIntegrationLive = null,
    int? Year = null,
    string? Ending = null)
{
    /// <summary>
    /// The id of the choice "I have no such device", where a step offers it. Its label is this id: the words are the bot's.
    /// </summary>
    public const string NoneId = "none";
}

/// <param name="Regex">Python's re.fullmatch pattern, or null.</param>
/// <param name="IsVerified">False: the value was wrong, ask for a corrected one.</param>
public sealed record WizardInput(string Key, string? Description, string? Value, bool IsRequired, string? Regex, bool? IsVerified);

public sealed record WizardAction(string? Name, string? Description, Uri? Uri);

/// <param name="Failed">True: the test ran and failed. False: it was refused before it began.</param>
/// <param name="Reasons">TestChargeRefusalReason or TestDispatchAssessmentFailureReason values without prefix.</param>
public sealed record TestChargeProblem(bool Failed, IReadOnlyList<string> Reasons);

/// <summary>The customer's answer to a step.</summary>
public abstract record StepAnswer
{
    private StepAnswer() { }

    public sealed record Option(string OptionId) : StepAnswer;

    public sealed record Integration(DeviceKind Kind) : StepAnswer;

    /// <param name="ContinuationUri">The whole final address of the browser. A secret.</param>
    public sealed record SignedIn(string ContinuationUri) : StepAnswer;

    public sealed record Inputs(IReadOnlyDictionary<string, string> Values) : StepAnswer;

    /// <summary>The customer says it is done, or agrees that it starts (virtual key, action elsewhere, test charge).</summary>
    public sealed record Done : StepAnswer;
}
