using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Storage;

namespace SmartFlexBot.KrakenSimulator.Clock;

/// <summary>Where simulated time stood at a real moment, and how fast it has run since.</summary>
/// <param name="ConfiguredSpeed">Simulator:Speed when this was stored: another value at a later start takes over.</param>
internal sealed record ClockReading(DateTimeOffset Real, DateTimeOffset Simulated, double Speed, double ConfiguredSpeed)
{
    public DateTimeOffset At(DateTimeOffset real) => Simulated + (real - Real) * Speed;
}

/// <summary>The time that cars, registrations and test charges follow. Stored, so that a restart goes on.</summary>
internal sealed class SimulatedClock
{
    public const double MaxSpeed = 100_000;

    private const string Kind = "clock";

    private readonly SimulatorStore _store;
    private readonly TimeProvider _time;
    private volatile ClockReading _reading;

    public SimulatedClock(SimulatorStore store, TimeProvider time, IOptions<SimulatorOptions> options)
    {
        (_store, _time) = (store, time);
        _reading = _store.Write(data => Put(data, Start(data.Get(Kind, Kind, ClockJson.Default.ClockReading), options.Value.Speed)));
    }

    public DateTimeOffset Now => _reading.At(_time.GetUtcNow());

    public double Speed => _reading.Speed;

    public void Advance(TimeSpan by) => Move(reading => reading with { Simulated = reading.Simulated + by });

    public void SetSpeed(double speed) => Move(reading => reading with { Speed = speed });

    private ClockReading Start(ClockReading? stored, double configured)
    {
        var now = _time.GetUtcNow();
        if (stored is null)
        {
            return new(now, now, configured, configured);
        }

        return stored.ConfiguredSpeed.Equals(configured) ? stored : new(now, stored.At(now), configured, configured);
    }

    private void Move(Func<ClockReading, ClockReading> change) => _store.Write(data =>
    {
        var now = _time.GetUtcNow();
        _reading = Put(data, change(_reading with { Real = now, Simulated = _reading.At(now) }));
    });

    private static ClockReading Put(SimulatorData data, ClockReading next)
    {
        data.Put(Kind, Kind, next, ClockJson.Default.ClockReading);
        return next;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClockReading))]
internal sealed partial class ClockJson : JsonSerializerContext;
