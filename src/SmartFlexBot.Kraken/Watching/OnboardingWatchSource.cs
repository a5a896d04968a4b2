using System.Text.Json;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Tenant;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Watching;

/// <summary>Looks at many onboardings and devices with few requests.</summary>
internal sealed class OnboardingWatchSource(BatchedReads batches, IOnboardingReader reader) : IWatchSource
{
    public string Kind => OnboardingWatch.Kind;

    public async Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellationToken)
    {
        var readings = new List<WatchReading>();
        var targets = watches.Select(Target).OfType<WatchTarget>();
        foreach (var (request, answer) in await batches.ReadAsync(targets, WatchDocument.Build, cancellationToken))
        {
            readings.AddRange(await ReadAnswerAsync(request, answer.Data, answer.Errors, cancellationToken));
        }

        return readings;
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
                    BatchedReads.Part(data, aliases.Devices, KrakenJson.Default.IReadOnlyListDeviceData) ?? [],
                    BatchedReads.Part(data, aliases.Kept, KrakenJson.Default.IReadOnlyListWizardData),
                    BatchedReads.Part(data, aliases.All, KrakenJson.Default.IReadOnlyListOnboardingWizardRef)),
                cancellationToken);
        }
        catch (Exception unread) when (unread is JsonException or TenantUnavailableException)
        {
            return null;
        }
    }

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
