using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>Makes the durable copy of a tariff agreement.</summary>
public interface IAgreementDocument
{
    /// <summary>A PDF with everything that was shown. The same content gives the same bytes.</summary>
    byte[] Render(AgreementContent content);
}

/// <summary>What stands in the copy, in order. All texts are finished, in the customer's language.</summary>
/// <param name="Language">Such as "de"; the document's language.</param>
/// <param name="AgreedAt">Also the document's date.</param>
/// <param name="Footer">Who sends it and how to reach a person.</param>
public sealed record AgreementContent(
    string Title, string Language, DateTimeOffset AgreedAt, IReadOnlyList<AgreementSection> Sections, PricePicture? Picture, string Footer);

/// <param name="Text">A paragraph; null when the section is rows alone.</param>
public sealed record AgreementSection(string Heading, string? Text, IReadOnlyList<AgreementRow> Rows);

/// <param name="Origin">Where the figure comes from, in small print; null for what is no figure.</param>
public sealed record AgreementRow(string Label, string Value, string? Origin);

/// <summary>A stored copy: what its link hands out.</summary>
/// <param name="Pdf">The bytes.</param>
public sealed record AgreementCopy(string FileName, byte[] Pdf)
{
    /// <summary>The record that a copy's address leads to; its key is the hash of the address's code, as with tickets.</summary>
    public const string RecordKind = "tariff-copy";

    public static AgreementCopy? Read(string json) => JsonSerializer.Deserialize(json, AgreementCopyJson.Default.AgreementCopy);

    public string Write() => JsonSerializer.Serialize(this, AgreementCopyJson.Default.AgreementCopy);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AgreementCopy))]
internal sealed partial class AgreementCopyJson : JsonSerializerContext;
