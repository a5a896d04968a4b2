using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>
/// How a device is connected in a provider's own app: cards/providers/{provider}.json, as Kraken names it, and default.json for all others.
/// A provider needs no code; the address of its page is the market's.
/// </summary>
public sealed partial class ProviderGuides
{
    private const string Default = "default";

    private readonly FrozenDictionary<string, ProviderGuide> _guides;

    private ProviderGuides(FrozenDictionary<string, ProviderGuide> guides) => _guides = guides;

    /// <exception cref="InvalidDataException">A guide is wrong, or there is no default; the message says which.</exception>
    public static ProviderGuides Load(string folder, Texts texts)
    {
        var guides = Directory.EnumerateFiles(folder, "*.json").ToFrozenDictionary(
            file => Path.GetFileNameWithoutExtension(file), file => Read(file, texts), StringComparer.OrdinalIgnoreCase);
        return guides.ContainsKey(Default)
            ? new(guides)
            : throw new InvalidDataException($"{folder} has no {Default}.json: the guide for providers that have none of their own.");
    }

    public ProviderGuide Of(string provider) => _guides.GetValueOrDefault(NameOf(provider)) ?? _guides[Default];

    /// <summary>Without the version of the integration: JEDLIX for JEDLIX_V2.</summary>
    public static string NameOf(string provider) => Version().Replace(provider, "");

    private static ProviderGuide Read(string file, Texts texts)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var guide = JsonSerializer.Deserialize(stream, GuideJson.Default.ProviderGuide);
            return guide is { Steps.Count: > 0 }
                ? guide.Steps.FirstOrDefault(step => !texts.Has(step)) is { } untold
                    ? throw new InvalidDataException($"{file}: there is no text '{untold}' in cards/text.")
                    : guide
                : throw new InvalidDataException($"{file} has no steps.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{file} cannot be read: {problem.Message}", problem);
        }
    }

    [GeneratedRegex("_V[0-9]+$")]
    private static partial Regex Version();
}

/// <param name="Steps">Keys of the texts that say what to do, in their order.</param>
/// <param name="Name">The app's, as customers know it; null where the make of the device names it.</param>
public sealed record ProviderGuide(IReadOnlyList<string> Steps, string? Name = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProviderGuide))]
internal sealed partial class GuideJson : JsonSerializerContext;
