using System.Globalization;
using System.Text.RegularExpressions;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Markets;

/// <summary>What must be right in a market's tariff settings before a customer is shown anything of them.</summary>
internal static partial class TariffSettingsCheck
{
    /// <returns>The first thing that is wrong and what to set; null when all is well.</returns>
    public static string? WrongIn(TariffSettings tariff) =>
        WrongWay(tariff) ?? WrongProduct(tariff) ?? WrongReminder(tariff)
        ?? RulesOf(tariff).Select(rule => Wrong(rule.Name, rule.Rule, rule.Kind)).FirstOrDefault(wrong => wrong is not null);

    /// <returns>The first rule that is made up; null when none is.</returns>
    public static string? ExampleIn(TariffSettings tariff) =>
        RulesOf(tariff).Where(rule => rule.Rule is { Origin.IsExample: true }).Select(rule => rule.Name).FirstOrDefault();

    private static string? WrongWay(TariffSettings tariff) => tariff switch
    {
        _ when !Enum.IsDefined(tariff.Way) => "tariff.way must be enrolment or quote",
        _ when !Enum.IsDefined(tariff.Order) => "tariff.order must be beforeDevice or afterDevice",
        { Driving.Unit: var unit } when !Enum.IsDefined(unit) => "tariff.driving.unit must be mile or kilometre",
        { Way: TariffWay.Quote, Quote: null } => "tariff.way is quote: set tariff.quote with the document that asks for one",
        { Way: TariffWay.Enrolment, Quote: not null } => "tariff.quote is for the way quote alone; take it out or set tariff.way to quote",
        { Quote: { } quote } when !quote.Document.EndsWith(".graphql", StringComparison.Ordinal) =>
            "tariff.quote.document must name a .graphql file beside the market's settings",
        { Quote.Currency: { } currency } when !Currency().IsMatch(currency) =>
            $"tariff.quote.currency is '{currency}'; it must be three capital letters, such as EUR",
        { Way: TariffWay.Quote, ProductsAddress: not null } => "tariff.productsAddress is for the way enrolment alone; take it out",
        { ProductsAddress: { } address } when address is not { IsAbsoluteUri: true, Scheme: "https" or "http" } =>
            "tariff.productsAddress must be a whole address, such as https://api.octopus.energy/v1/",
        _ => null,
    };

    private static string? WrongProduct(TariffSettings tariff) => tariff switch
    {
        { Products.Count: 0 } => "tariff.products is empty: name the product that is offered",
        _ when tariff.Products.Any(product => string.IsNullOrWhiteSpace(product?.Code)) => "tariff.products has one without a code",
        _ when tariff.Products.Any(product => product.DeviceKinds.Any(kind => !Enum.IsDefined(kind))) =>
            $"tariff.products has an unknown kind of device; it must be one of {string.Join(", ", Enum.GetNames<DeviceKind>())}",
        _ => null,
    };

    private static string? WrongReminder(TariffSettings tariff) => tariff switch
    {
        { Order: TariffOrder.AfterDevice, DeadlineDays: not null } =>
            "tariff.deadlineDays is for the order beforeDevice alone: afterwards there is nothing left to connect",
        { DeadlineDays: not null, RemindDaysBefore.Count: 0 } =>
            "tariff.remindDaysBefore is empty: the card promises a reminder before tariff.deadlineDays are over",
        { DeadlineDays: null, RemindDaysBefore.Count: > 0 } => "tariff.remindDaysBefore needs tariff.deadlineDays",
        { DeadlineDays: { } deadline }
            when Number(deadline.Value) is { } days && tariff.RemindDaysBefore.Any(before => before < 1 || before >= days) =>
            "tariff.remindDaysBefore must be at least 1 and less than tariff.deadlineDays each",
        _ => null,
    };

    private static IEnumerable<(string Name, TariffRule? Rule, RuleKind Kind)> RulesOf(TariffSettings tariff) =>
    [
        ("deadlineDays", tariff.DeadlineDays, RuleKind.Days),
        ("smartMeter", tariff.SmartMeter, RuleKind.YesOrNo),
        ("lockOutDays", tariff.LockOutDays, RuleKind.Days),
        ("coolingOffDays", tariff.CoolingOffDays, RuleKind.Days),
        ("capHours", tariff.CapHours, RuleKind.Hours),
        ("beyondCap", tariff.BeyondCap, RuleKind.TextKey),
        ("driving.kilowattHoursPerHundred", tariff.Driving?.KilowattHoursPerHundred, RuleKind.KilowattHours),
        ("payment", tariff.Payment, RuleKind.TextKey),
        ("export", tariff.Export, RuleKind.TextKey),
        ("reward", tariff.Reward, RuleKind.TextKey),
    ];

    private static string? Wrong(string name, TariffRule? rule, RuleKind kind) => rule switch
    {
        null => null,
        { Source: var source } when string.IsNullOrWhiteSpace(source) =>
            $"tariff.{name}.source is empty: name the page or document that says so, or \"example\"",
        { Date: var date } when date == default => $"tariff.{name}.date must be the day on which the source was read, such as 2026-11-23",
        _ => kind switch
        {
            RuleKind.Days when Number(rule.Value) is not (>= 1 and <= 3650) =>
                NoValue(name, rule.Value, "a whole number of days, from 1 to 3650"),
            RuleKind.Hours when Number(rule.Value) is not (>= 1 and <= 24) =>
                NoValue(name, rule.Value, "a whole number of hours, from 1 to 24"),
            RuleKind.KilowattHours when Number(rule.Value) is not (>= 1 and <= 200) =>
                NoValue(name, rule.Value, "a whole number of kWh, from 1 to 200"),
            RuleKind.YesOrNo when rule.Value is not ("true" or "false") => NoValue(name, rule.Value, "\"true\" or \"false\""),
            RuleKind.TextKey when !TextKey().IsMatch(rule.Value) => NoValue(name, rule.Value, "the key of a text in cards/text"),
            _ => null,
        },
    };

    private static string NoValue(string name, string value, string needed) => $"tariff.{name}.value is '{value}'; it must be {needed}";

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private enum RuleKind
    {
        Days,
        Hours,
        KilowattHours,
        YesOrNo,
        TextKey,
    }

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Currency();

    [GeneratedRegex(@"^[a-z][a-z-]*(\.[a-z-]+)+$")]
    private static partial Regex TextKey();
}
