using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Answers;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Kraken.Operations;

namespace SmartFlexBot.Kraken.Tenant;

/// <summary>One request for many things, each under an alias.</summary>
internal interface IBatch
{
    KrakenDocument Document { get; }

    JsonObject Variables { get; }
}

/// <summary>
/// Reads many things with one request for as many as the tenant's complexity limit allows; one that is too complex all the same is halved.
/// </summary>
internal sealed class BatchedReads(KrakenClient client, TenantSchema schema, IOptions<KrakenOptions> settings)
{
    private const int TooComplex = 1188;

    /// <returns>Each request with its answer; what could not be read is left out.</returns>
    public async Task<IReadOnlyList<(TBatch Request, KrakenResult<JsonObject>.Ok Answer)>> ReadAsync<T, TBatch>(
        IEnumerable<T> targets, Func<T[], TBatch> build, CancellationToken cancellationToken) where TBatch : IBatch
    {
        var answers = new List<(TBatch, KrakenResult<JsonObject>.Ok)>();
        var waiting = new Stack<T[]>(targets.Chunk(Math.Max(1, settings.Value.ComplexityLimit / settings.Value.WatchComplexity)).Reverse());
        while (waiting.TryPop(out var some))
        {
            var request = build(some);
            if (await schema.FitAsync(request.Document, cancellationToken) is not { } document)
            {
                continue;
            }

            switch (await client.RunAsync(document, request.Variables, KrakenJson.Default.JsonObject, cancellationToken))
            {
                case KrakenResult<JsonObject>.Ok ok:
                    answers.Add((request, ok));
                    break;
                case KrakenResult<JsonObject>.Failed { Error.CoreNumber: TooComplex } when some.Length > 1:
                    waiting.Push(some[(some.Length / 2)..]);
                    waiting.Push(some[..(some.Length / 2)]);
                    break;
            }
        }

        return answers;
    }

    /// <returns>What stands under the alias; null when nothing does, or there is no alias.</returns>
    /// <exception cref="JsonException">It has not the shape of the schema.</exception>
    public static T? Part<T>(JsonObject data, string? alias, JsonTypeInfo<T> type) where T : class =>
        alias is not null && data[alias] is { } part ? part.Deserialize(type) : null;
}
