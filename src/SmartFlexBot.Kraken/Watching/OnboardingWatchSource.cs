using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Watching;

/// <summary>Looks at many onboardings and devices with one request for as many as the tenant's complexity limit allows.</summary>
internal sealed class OnboardingWatchSource(KrakenClient client, TenantSchema schema, IOnboardingReader reader, IOptions<KrakenOptions> settings)
    : IWatchSource
{
    private const int TooComplex = 1188;

    public string Kind => OnboardingWatch.Kind;

    public async Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken)
    {
        var readings = new List<WatchReading>();
        var chunk = Math.Max(1, settings.Value.ComplexityLimit / settings.Value.WatchComplexity);
        foreach (var targets in watches.Select(Target).OfType<WatchTarget>().Chunk(chunk))
        {
            readings.AddRange(await ReadChunkAsync(targets, cancellationToken));
        }

        return readings;
    }

    private async Task<IReadOnlyList<WatchReading>> ReadChunkAsync(WatchTarget[] targets, CancellationToken cancellationToken)
    {
        var request = WatchDocument.Build(targets);
        if (await schema.FitAsync(request.Document, cancellationToken) is not { } document)
        {
            return [];
        }

        return await client.RunAsync(document, request.Variables, KrakenJson.Default.JsonObject, cancellationToken) switch
        {
            KrakenResult<JsonObject>.Ok ok => await ReadAnswerAsync(request, ok.Data, ok.Errors, cancellationToken),
            KrakenResult<JsonObject>.Failed { Error.CoreNumber: TooComplex } when targets.Length > 1 =>
            [
                .. await ReadChunkAsync(targets[..(targets.Length / 2)], cancellationToken),
                .. await ReadChunkAsync(targets[(targets.Length / 2)..], cancellationToken),
            ],
            _ => [],
        };
    }

    private async Task<IReadOnlyList<WatchReading>> ReadAnswerAsync(
        WatchDocument request, JsonObject data, IReadOnlyList<KrakenError> errors, CancellationToken cancellationToken)
    {
        var readings = new List<WatchReading>();
        foreach (var aliases in request.Watches)
        {
            // A part that failed would look like a change: such a watch is left out, and looked at later.
            if (errors.Any(error => error.Root is null || aliases.Names(error.Root)))
            {
                continue;
            }

            if (await ReadOneAsync(aliases, data, cancellationToken) is { } reading)
            {
                readings.Add(new(aliases.Target.Key, reading.Write(), Final: reading.IsLive || reading.IsRetired));
            }
        }

        return readings;
    }

    private async Task<OnboardingSighting?> ReadOneAsync(
        WatchAliases aliases, JsonObject data, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(
                new(
                    aliases.Target.Watch,
                    Part(data, aliases.Devices, KrakenJson.Default.IReadOnlyListDeviceData) ?? [],
                    Part(data, aliases.Kept, KrakenJson.Default.IReadOnlyListWizardData),
                    Part(data, aliases.All, KrakenJson.Default.IReadOnlyListOnboardingWizardRef)),
                cancellationToken);
        }
        catch (Exception unread) when (unread is JsonException or TenantUnavailableException)
        {
            return null;
        }
    }

    private static T? Part<T>(JsonObject data, string? alias, JsonTypeInfo<T> type) where T : class =>
        alias is not null && data[alias] is { } part ? part.Deserialize(type) : null;

    private WatchTarget? Target(Watch watch)
    {
        try
        {
            var payload = OnboardingWatch.Read(watch.Payload);
            return new(watch.Key, payload, reader.WizardId(payload));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
