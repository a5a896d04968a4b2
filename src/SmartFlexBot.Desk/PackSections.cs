using System.Globalization;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Desk;

/// <summary>The rows of a pack. Kraken's own words stay as they are: that is what a colleague there is asked about.</summary>
internal sealed class PackSections(PackLanguage language, MarketSettings market)
{
    public IReadOnlyList<PackSection> Of(PackFacts facts) =>
    [
        Section("customer", Customer(facts)),
        Section("files", facts.HandOver.Files.Select(file => new PackRow(
            file.By ?? language.Text("customer"), $"{file.Name}, {language.Size(file.Size)}", file.At))),
        Section("promises", (facts.Journey?.Promises ?? []).Select(Promised)),
        .. facts.Journey is { } journey
            ? (PackSection[])
            [
                Section("devices", Devices(journey)),
                Section("kraken", Kraken(facts, journey)),
                Section("test", Test(journey)),
                Section("consents", journey.Consents.Select(Consent)),
                Section("tariff", Tariff(journey.Tariff)),
                Section("steps", Steps(journey)),
            ]
            : [],
        Section("meanwhile", facts.HandOver.Facts.Select(fact => new PackRow(
            language.Named("fact", fact.What), fact.Detail, fact.At))),
    ];

    private PackSection Section(string id, IEnumerable<PackRow?> rows) =>
        new(id, language.Text($"section.{id}"), [.. rows.OfType<PackRow>()]);

    private IEnumerable<PackRow?> Customer(PackFacts facts)
    {
        var handOver = facts.HandOver;
        yield return Row("account", handOver.AccountNumber ?? language.Text("none"));
        yield return Row("verified", language.YesOrNo(handOver.AccountNumber is not null));
        yield return Row("home", handOver.PropertyId?.ToString(CultureInfo.InvariantCulture));
        yield return Row("language", CultureInfo.GetCultureInfo(handOver.Locale).NativeName);
        yield return Row("market", $"{market.Supplier} ({market.Name})");
        yield return Row("channel", language.Named("channel", handOver.Conversation.Split('|')[0]));
        yield return Row("words", handOver.Words);
    }

    private IEnumerable<PackRow?> Devices(Journey journey)
    {
        yield return Row("car", Device(journey.Vehicle));
        yield return Row("charger", Device(journey.ChargePoint));
        yield return Row("car-words", journey.Vehicle?.Words);
        yield return Row("charger-words", journey.ChargePoint?.Words);
        yield return Row("confirmed", language.YesOrNo(journey.DevicesConfirmed));
        yield return Row("route", journey.Chosen is { } kind ? language.Named("kind", kind.ToString()) : null);
    }

    private string? Device(DeviceAnswer? answer) => answer switch
    {
        null => null,
        { IsNone: true } => language.Text("none"),
        { IsUnknown: true } => $"{answer.DisplayName} ({language.Text("device.unknown")})",
        { IsComplete: false } => $"{answer.DisplayName} ({language.Text("device.unsure")})",
        _ => answer.DisplayName,
    };

    private IEnumerable<PackRow?> Kraken(PackFacts facts, Journey journey)
    {
        yield return Row("device-id", facts.Device?.Id ?? journey.DeviceId);
        var states = new[] { facts.Device?.Lifecycle, facts.Device?.State }.OfType<string>().Select(language.State);
        yield return Row("state", string.Join(", ", states), facts.ReadAt);
        yield return Row("provider", facts.Device?.Provider);
        yield return facts.Wizard is { Current: { } step } ? Row("wizard", step.GetType().Name, facts.ReadAt) : null;
        yield return Row("pending", journey.Pending?.What.ToString());
        yield return journey.Refused is { } refused
            ? Row("error", string.Join(", ", new[] { refused.Code, refused.Kind.ToString() }.OfType<string>().Concat(refused.Reasons)))
            : null;
        yield return Row("request", journey.Refused?.RequestId);
        yield return Row("test-failure", facts.Device?.TestFailureReason, facts.ReadAt);
    }

    private IEnumerable<PackRow?> Test(Journey journey)
    {
        yield return Moment("test-started", journey.Test.StartedAt);
        yield return Row("test-reason", journey.Test.RetriedReason);
        yield return journey.Test.RetriesOfSameReason is > 0 and var tries
            ? Row("test-tries", tries.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private PackRow Consent(Consent consent) => new(
        language.Text($"consent.{consent.Purpose}"),
        language.Text("consent.value", ("answer", language.YesOrNo(consent.Granted)), ("wording", consent.WordingVersion)), consent.At);

    private IEnumerable<PackRow?> Tariff(TariffFacts facts)
    {
        yield return Row("tariff-now", facts.Read?.Now?.Name);
        yield return Row("tariff-wanted", facts.Read?.Offered?.Name);
        yield return facts.Agreed is { } agreed ? Row("tariff-agreed", agreed.TermsVersion, agreed.At) : null;
        yield return Row("tariff-switch", facts.Switch?.State.ToString());
        yield return facts.Declined ? Row("tariff-declined", language.Text("yes")) : null;
    }

    private IEnumerable<PackRow?> Steps(Journey journey)
    {
        yield return Moment("started", journey.StartedAt);
        yield return Moment("heard", journey.HeardAt);
        yield return Moment("live", journey.LiveToldAt);
        yield return Row("ended", journey.End?.ToString());
    }

    private PackRow Promised(Promise promise) => new(
        string.Join(": ", new[] { language.Named("task", promise.Kind), promise.What }.Where(word => word.Length > 0)),
        language.Moment(promise.DueAt), promise.DueAt)
    { IsMoment = true };

    private PackRow? Moment(string label, DateTimeOffset? at) => at is { } moment
        ? new(language.Text($"row.{label}"), language.Moment(moment), moment) { IsMoment = true }
        : null;

    private PackRow? Row(string label, string? value, DateTimeOffset? at = null) =>
        string.IsNullOrEmpty(value) ? null : new(language.Text($"row.{label}"), value, at);
}
