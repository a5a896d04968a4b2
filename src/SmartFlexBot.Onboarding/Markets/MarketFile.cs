using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Markets;

/// <summary>Reads a market's settings file.</summary>
public static partial class MarketFile
{
    /// <exception cref="InvalidDataException">The file is absent, is not JSON, or lacks something; the message says what.</exception>
    public static MarketSettings Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException(
                $"There is no market settings file at {path}. Set Onboarding:Market to the name of a file in the markets folder.");
        }

        try
        {
            using var stream = File.OpenRead(path);
            var market = JsonSerializer.Deserialize(stream, MarketJson.Default.MarketSettings)
                ?? throw new InvalidDataException($"{path} is empty.");
            return Checked(market, path);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>What is made up is for demonstrations: real customers are shown rules that somebody has written down.</summary>
    /// <exception cref="InvalidDataException">A rule names "example" as its source; the message says which.</exception>
    public static void RefuseExamples(MarketSettings market)
    {
        if (market.Tariff is { } tariff && TariffSettingsCheck.ExampleIn(tariff) is { } name)
        {
            throw new InvalidDataException(
                $"Market '{market.Name}': tariff.{name}.source is \"example\". In Production, name the page or document that says so, "
                + "or take the rule out.");
        }
    }

    private static IEnumerable<(string Name, string? Value)> Numbers(EmergencyNumbers numbers) =>
        [("general", numbers.General), ("gas", numbers.Gas), ("power", numbers.Power)];

    [GeneratedRegex(@"^\+?\d[\d ]{1,18}\d$")]
    private static partial Regex PhoneNumber();

    private static MarketSettings Checked(MarketSettings market, string path)
    {
        string? wrong = market switch
        {
            { Languages.Count: 0 } => "languages is empty",
            { Contact.Count: 0 } => "contact is empty: a customer must be able to reach a person",
            _ when market.Contact.FirstOrDefault(way => way.Kind is not ("phone" or "email" or "web" or "form")) is { } unknown =>
                $"contact has the kind '{unknown.Kind}'; it must be phone, email, web or form",
            _ when market.Contact.Any(way => way is { Kind: "phone", HoursKey: null }) =>
                "contact of kind phone needs hoursKey: when it is answered",
            _ when market.TestCharge.ProgressMinutes.Any(minutes => minutes < 1) => "testCharge.progressMinutes must be at least 1 each",
            _ when !Enum.IsDefined(market.AddressForm) => "addressForm must be formal or informal",
            { SetupMinutes: < 1 } => "setupMinutes must be at least 1",
            { PrivacyNotice.IsAbsoluteUri: false } => "privacyNotice must be a whole address, such as https://www.example.com/privacy",
            _ when market.ProviderApps.FirstOrDefault(app => app.Value is not { IsAbsoluteUri: true, Scheme: "https" })
                is { Key: { } provider } =>
                $"providerApps.{provider} must be a whole https address",
            { TestCharge.Minutes: < 1 } => "testCharge.minutes must be at least 1",
            { TestCharge.TriesBeforePerson: < 1 } => "testCharge.triesBeforePerson must be at least 1",
            { Silence: { NudgeAfterHours: < 1 } or { EndAfterDays: < 1 } } =>
                "silence.nudgeAfterHours and silence.endAfterDays must be at least 1",
            _ when !TimeZoneInfo.TryFindSystemTimeZoneById(market.TimeZone, out _) => $"timeZone '{market.TimeZone}' is unknown",
            _ when Numbers(market.Emergency).FirstOrDefault(number => number.Value is { } value && !PhoneNumber().IsMatch(value))
                is { Name: { } name } wrongNumber =>
                $"emergency.{name} is '{wrongNumber.Value}'; it must be a phone number, such as 112",
            { Brand: { } brand } when brand.WrongIn(Path.GetDirectoryName(path)!) is { } wrongBrand => wrongBrand,
            { Desk: { } desk } when DeskSettingsCheck.WrongIn(desk) is { } wrongDesk => wrongDesk,
            { Tariff: { } tariff } => TariffSettingsCheck.WrongIn(tariff),
            _ => null,
        };
        return wrong is null ? market : throw new InvalidDataException($"{path}: {wrong}.");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MarketSettings))]
internal sealed partial class MarketJson : JsonSerializerContext;
