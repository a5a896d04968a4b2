using System.Text.Json;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>The hub's side of a hand-over in this turn. Whatever there is to be asked or told becomes one round after another.</summary>
internal sealed class HubFacts(ITurnEffects effects)
{
    private HubLink? _loaded;
    private HubLink? _current;
    private long _version;

    public HubLink? Link => _current;

    /// <summary>The round that was heard of in this turn asks for another one then; null for none.</summary>
    public TimeSpan? LookAfter { get; private set; }

    public async Task LoadAsync(string handOverId, CancellationToken cancellationToken)
    {
        if (_current is null
            && await effects.FindRecordAsync(HubLink.RecordKind, handOverId, cancellationToken) is { } record
            && JsonSerializer.Deserialize(record.Json, HubJson.Default.HubLink) is { } link)
        {
            (_loaded, _current, _version) = (link, link, record.Version);
        }
    }

    public void Begin(HandOver handOver) => _current ??= new HubLink(handOver.Id, handOver.AccountNumber);

    /// <summary>The round that was on its way is over.</summary>
    public void Take(HubRoundResult result)
    {
        LookAfter = result.LookAfter;
        _current = _current! with
        {
            Place = result.Place,
            IsUnderWay = false,
            IsWanted = _current.IsWanted || result.HasMore,
        };
    }

    public void Want() => _current = _current! with { IsWanted = true };

    public void Save()
    {
        if (_current is { IsWanted: true, IsUnderWay: false, Place.IsClosed: false })
        {
            _current = _current with { Rounds = _current.Rounds + 1, IsUnderWay = true, IsWanted = false };
            effects.Command(new CommandRequest(
                HubRound.CommandKind, HubRound.KeyOf(_current),
                JsonSerializer.Serialize(new HubRound(_current.HandOverId, _current.Place), HubJson.Default.HubRound)));
        }

        if (_current is not null && _current != _loaded)
        {
            effects.SaveRecord(new RecordWrite(
                HubLink.RecordKind, _current.HandOverId, JsonSerializer.Serialize(_current, HubJson.Default.HubLink), _version,
                IsListed: true));
        }
    }
}
