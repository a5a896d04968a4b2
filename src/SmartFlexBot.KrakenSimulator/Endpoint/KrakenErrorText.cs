namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>Texts of the error codes, as public reference pages give them where they do; the wording of the others is ours.</summary>
internal sealed record KrakenErrorText(string Code, string Message, string Type, string Description)
{
    private const string Application = "APPLICATION";
    private const string Validation = "VALIDATION";
    private const string Authorization = "AUTHORIZATION";
    private const string NotFound = "NOT_FOUND";

    private static readonly Dictionary<string, KrakenErrorText> All = new[]
    {
        new KrakenErrorText(
            "KT-CT-1111", "Unauthorized.", Authorization, "The requesting user does not have access to the provided account information."),
        new("KT-CT-1112", "'Authorization' header not provided.", Authorization, "The 'Authorization' header is required."),
        new("KT-CT-1113", "Disabled GraphQL field requested.", Application, "The field requested is disabled."),
        new("KT-CT-1124", "JWT has expired.", Authorization, "The token has expired. Please obtain a new one."),
        new("KT-CT-1134", "Invalid data.", Validation, "Make sure that exactly one kind of credential is provided."),
        new("KT-CT-1135", "Invalid data.", Validation, "The input of the token request is incomplete."),
        new("KT-CT-1138", "Invalid data.", Validation, "Please make sure the credentials are correct."),
        new("KT-CT-1139", "Authentication failed.", Authorization, "The token is invalid."),
        new("KT-CT-1188", "Query is too complex.", Application, "Please reduce the complexity of the query."),
        new("KT-CT-1189", "Too many nodes requested.", Application, "Please ask for fewer nodes."),
        new("KT-CT-1199", "Too many requests.", Application, "The request limit has been reached. Please try again later."),
        new("KT-CT-1501", "Agreement not found.", NotFound, "There is no such agreement, or it is not the viewer's."),
        new("KT-CT-1507", "Switch date out of range.", Validation, "Please choose one of the available product switch dates."),
        new("KT-CT-1509", "Unable to create the agreement.", Application, "No agreement could be made."),
        new("KT-CT-4301", "Unable to find device for given account.", NotFound, "The account has no registered device."),
        new("KT-CT-4312", "Unable to register device.", Application, "An error occurred while trying to register the device."),
        new("KT-CT-4314", "Unable to get provider details.", Application, "The provider has no such details for this device type."),
        new("KT-CT-4321", "Serializer validation error.", Validation, "Please check the input."),
        new("KT-CT-4323", "Unauthorized.", Authorization, "The viewer may not use this device."),
        new("KT-CT-4324", "Device already registered error.", Application, "Another device registration is already in progress."),
        new("KT-CT-4342", "One of `deviceType` or `supportedDeviceType` must be provided.", Validation,
            "`deviceType` or `supportedDeviceType` is required on `flexSupportedDevices`."),
        new("KT-CT-4350", "Unable to de-authenticate the device.", Application, "The device could not be de-authenticated."),
        new("KT-CT-4355", "Unable to trigger charge.", Application, "The test charge was refused."),
        new("KT-CT-4358", "Unable to suspend device control.", Application, "The device is not live, or is suspended already."),
        new("KT-CT-4359", "Unable to resume device control.", Application, "The device is not suspended."),
        new("KT-CT-4360", "Device status could not be fetched.", Application, "An internal error occurred. Please try again later."),
        new("KT-CT-4362", "Device not ready for test charge.", Validation,
            "If the device is an EVSE (Electric Vehicle Supply Equipment, aka. EV charge point) that uses OCPP, check that the ESVE is "
            + "correctly connected to the CSMS (Charging Station Management System)."),
        new("KT-CT-4363", "No capable devices found.", Application, "The provider account holds no device that can be registered."),
        new("KT-CT-4364", "Multiple devices found.", Application, "Please provide a providerDeviceId to specify one of these devices."),
        new("KT-CT-4371", "Invalid onboarding wizard ID.", Application, "Invalid wizard ID provided for onboarding step"),
        new("KT-CT-4372", "Unable to update the onboarding wizard.", Application,
            "The wizard was updated by another request at the same time."),
        new("KT-CT-4375", "Incorrect or missing parameters for SmartFlex onboarding step.", Application,
            "Incorrect or missing parameters supplied for onboarding step."),
        new("KT-CT-4376", "Unable to complete the onboarding step.", Application, "Please try again later."),
        new("KT-CT-4377", "Invalid onboarding step ID.", Application, "Invalid step ID provided for onboarding step"),
        new("KT-CT-4378", "Onboarding step input mismatch.", Application, "The input provided does not fit the step of this ID."),
        new("KT-CT-4379", "Vehicle not ready for test charge.", Application,
            "Please make sure that the vehicle is plugged in at home and not charging."),
        new("KT-CT-4385", "Re-authentication is not supported for this device.", Application, "Please remove the device and add it again."),
        new("KT-CT-4391", "This onboarding wizard has been cancelled.", Application, "Please start a new onboarding."),
        new("KT-CT-4619", "Unable to switch product.", Application, "The account has no agreement that can be switched to this product."),
        new("KT-CT-4624", "Unable to switch product.", Application, "A switch is under way already."),
        new("KT-CT-4626", "Unable to switch product.", NotFound, "The product, its quote or its terms are unknown or no longer valid."),
        new("KT-CT-4719", "Unable to switch product.", Application, "The account's supply cannot be switched."),
        new("KT-CT-4924", "Unable to switch product.", Application, "The switch was refused."),
        new("KT-CT-7899", "An internal error occurred.", Application, "Please try again later."),
    }.ToDictionary(text => text.Code);

    public static KrakenErrorText For(string code) =>
        All.TryGetValue(code, out var text)
            ? text
            : new(code, "The request failed.", Application, "The simulator has no text for this code.");
}
