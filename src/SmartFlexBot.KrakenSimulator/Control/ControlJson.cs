using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SmartFlexBot.KrakenSimulator.Storage;

namespace SmartFlexBot.KrakenSimulator.Control;

internal sealed record AccountEntry(string Number, string Name, string Story, string Language, IReadOnlyList<PropertyEntry> Properties);

internal sealed record PropertyEntry(int Id, string Address);

internal sealed record ClockEntry(DateTimeOffset Now, double Speed);

/// <param name="Extra">Customers besides those of the demo.</param>
internal sealed record AccountsWanted(int Extra);

/// <param name="Advance">ISO 8601 duration.</param>
internal sealed record ClockChange(string? Advance, double? Speed);

internal sealed record CarEntry(bool PluggedIn, bool AtHome, decimal StateOfCharge, bool Charging, int ChargeLimit, bool VirtualKey);

/// <summary>What is left out stays as it is.</summary>
internal sealed record CarChange(bool? PluggedIn, bool? AtHome, decimal? StateOfCharge, bool? Charging, int? ChargeLimit, bool? VirtualKey);

/// <summary>A fault as it is written and shown, or the wish that the next test charge fails.</summary>
/// <param name="Delay">ISO 8601 duration.</param>
internal sealed record FaultEntry(
    string? Operation = null,
    string? Account = null,
    string? Kind = null,
    string? Code = null,
    IReadOnlyList<string>? Reasons = null,
    int? Status = null,
    string? Delay = null,
    int? Times = null,
    string? NextTest = null);

internal sealed record NextTestEntry(string Account, string Reason);

internal sealed record FaultList(IReadOnlyList<FaultEntry> Faults, IReadOnlyList<NextTestEntry> NextTests);

/// <param name="Event">Ends the switch that is under way.</param>
/// <param name="Next">How switches that begin from now on end.</param>
internal sealed record EnrolmentChange(string? Event, string? Next);

internal sealed record TariffEntry(string Next, IReadOnlyList<EnrolmentEntry> Enrolments, IReadOnlyList<AgreementEntry> Agreements);

/// <param name="Event">The last that happened.</param>
/// <param name="WaitsFor">The next to happen; null when it is over.</param>
internal sealed record EnrolmentEntry(string Id, int PropertyId, string ProductCode, string Event, string? WaitsFor);

internal sealed record AgreementEntry(int Id, int PropertyId, string ProductCode, DateTimeOffset From, bool IsInForce);

internal sealed record DeviceConnected(string? Make, string? Model);

internal sealed record CountList(IReadOnlyList<MutationCount> Counts);

internal sealed record Problem(string Error);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(IReadOnlyList<AccountEntry>))]
[JsonSerializable(typeof(AccountsWanted))]
[JsonSerializable(typeof(ClockEntry))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(CarEntry))]
[JsonSerializable(typeof(CarChange))]
[JsonSerializable(typeof(DeviceConnected))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<FaultEntry>))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(EnrolmentChange))]
[JsonSerializable(typeof(TariffEntry))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(CountList))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ControlJson : JsonSerializerContext;
