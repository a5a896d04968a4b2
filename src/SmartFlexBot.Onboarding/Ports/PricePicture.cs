using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>What the picture of a day's prices shows. All texts are finished, in the customer's language.</summary>
/// <param name="AltText">The same for those who do not see it.</param>
/// <param name="Unit">Such as "p per kWh"; written at the axis.</param>
/// <param name="Now">Null when the present tariff's prices are not known.</param>
public sealed record PricePicture(string Title, string AltText, string Unit, string Language, PriceLine? Now, PriceLine Offered)
{
    /// <summary>The record that a picture's address leads to; its key is the hash of the address's code, as with tickets.</summary>
    public const string RecordKind = "tariff-picture";

    public static PricePicture? Read(string json) => JsonSerializer.Deserialize(json, PricePictureJson.Default.PricePicture);

    public string Write() => JsonSerializer.Serialize(this, PricePictureJson.Default.PricePicture);
}

/// <param name="Name">Such as "Now: Standard variable".</param>
public sealed record PriceLine(string Name, IReadOnlyList<PriceStep> Steps);

/// <param name="FromMinute">Of the local day, from 0.</param>
/// <param name="ToMinute">Exclusive, up to 1440.</param>
/// <param name="Label">The price as it stands on the card, such as "7.5p".</param>
public sealed record PriceStep(int FromMinute, int ToMinute, decimal Amount, string Label);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PricePicture))]
internal sealed partial class PricePictureJson : JsonSerializerContext;
