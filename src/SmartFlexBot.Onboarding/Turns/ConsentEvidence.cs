using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// A consent as a record of its own: it proves what was agreed to, when, and in which words, for as long as that may be asked, also when
/// the journey is gone (GDPR, articles 7 (1) and 17 (3)).
/// </summary>
public sealed record ConsentEvidence(string AccountNumber, int PropertyId, Consent Consent)
{
    public const string RecordKind = "consent";

    internal static RecordWrite Of(Journey journey, Consent consent)
    {
        var evidence = new ConsentEvidence(journey.AccountNumber, journey.PropertyId, consent);
        return new(
            RecordKind,
            $"{journey.Key}/{consent.Purpose}/{consent.At.ToUnixTimeMilliseconds()}",
            JsonSerializer.Serialize(evidence, EvidenceJson.Default.ConsentEvidence),
            ExpectedVersion: 0,
            IsEvidence: true);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConsentEvidence))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
