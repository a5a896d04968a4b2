using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>The journey's facts in this turn: as they were loaded, and as the turn changes them.</summary>
internal sealed class JourneyFacts(ITurnEffects effects, string? accountNumber, TimeProvider clock)
{
    private LoadedJourney? _loaded;
    private Journey? _journey;

    /// <summary>False while it is not known which home the conversation is about.</summary>
    public bool IsKnown => _journey is not null;

    public Journey Journey => _journey ?? throw new InvalidOperationException("The home is not known yet.");

    public async Task LoadAsync(int propertyId, CancellationToken cancellationToken)
    {
        _loaded = await LoadedJourney.LoadAsync(effects, accountNumber!, propertyId, clock.GetUtcNow(), cancellationToken);
        _journey = _loaded.Journey;
    }

    public void Update(Func<Journey, Journey> change) => _journey = change(Journey);

    public void Save()
    {
        if (_journey is not null)
        {
            _loaded!.Save(effects, _journey);
        }
    }
}

/// <summary>A journey as it was loaded in this turn, and the version it will be saved over.</summary>
public sealed record LoadedJourney(Journey Journey, long Version)
{
    public static async Task<LoadedJourney> LoadAsync(
        ITurnEffects effects, string accountNumber, int propertyId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Journey.KeyOf(accountNumber, propertyId);
        var record = await effects.FindRecordAsync(Journey.RecordKind, key, cancellationToken);
        var journey = record is null ? null : JsonSerializer.Deserialize(record.Json, JourneyJson.Default.Journey);
        return new(journey ?? new Journey { AccountNumber = accountNumber, PropertyId = propertyId, StartedAt = now, HeardAt = now },
            record?.Version ?? 0);
    }

    /// <returns>A journey as it was saved, for who reads it outside of a turn.</returns>
    public static Journey? Read(StoredRecord record) => JsonSerializer.Deserialize(record.Json, JourneyJson.Default.Journey);

    public void Save(ITurnEffects effects, Journey journey)
    {
        if (journey == Journey && Version > 0)
        {
            return;
        }

        effects.SaveRecord(new RecordWrite(
            Journey.RecordKind, journey.Key, JsonSerializer.Serialize(journey, JourneyJson.Default.Journey), Version));
        foreach (var consent in journey.Consents.Except(Journey.Consents))
        {
            effects.SaveRecord(ConsentEvidence.Of(journey, consent));
        }
    }
}
