using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>
/// Who is signed in, as the store knows it. A cookie only names a session; whether it lasts, and as whom, stands here, for every node: so a
/// copied cookie dies with the sign-out, and what a supervisor ends is over at the next request.
/// </summary>
internal sealed class DeskSessions(IRecordReader records, IListedRecords listed, TimeProvider time)
{
    private const string RecordKind = "desk-session";
    private const int IdBytes = 16;

    /// <returns>Its id.</returns>
    /// <exception cref="StoreBusyException"/>
    /// <exception cref="StoreUnavailableException"/>
    public async Task<string> BeginAsync(DeskAgent agent, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true);
        var session = new DeskSessionRecord(id, agent, time.GetUtcNow(), endsAt);
        await SaveAsync(session, cancellationToken);
        return session.Id;
    }

    /// <returns>Null when there is none, or it is over.</returns>
    /// <exception cref="StoreUnavailableException"/>
    public async Task<DeskSessionRecord?> FindAsync(string? id, CancellationToken cancellationToken) =>
        id is not null && await records.FindAsync(RecordKind, id, cancellationToken) is { } record && Read(record.Json) is { } session
            && IsLive(session)
                ? session
                : null;

    /// <summary>Once more is the same as once. Nothing begins a session again.</summary>
    public async Task EndAsync(string? id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } session)
        {
            await SaveAsync(session with { EndedAt = time.GetUtcNow() }, cancellationToken);
        }
    }

    /// <returns>Those that last, oldest first.</returns>
    public async Task<IReadOnlyList<DeskSessionRecord>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await listed.ListAsync(RecordKind, 0, cancellationToken)).Select(record => Read(record.Json)).OfType<DeskSessionRecord>()
            .Where(IsLive).OrderBy(session => session.BegunAt)];

    private bool IsLive(DeskSessionRecord session) => session.EndedAt is null && session.EndsAt > time.GetUtcNow();

    private Task SaveAsync(DeskSessionRecord session, CancellationToken cancellationToken) => listed.SaveAsync(
        RecordKind, session.Id, JsonSerializer.Serialize(session, DeskSessionJson.Default.DeskSessionRecord), session.EndsAt,
        cancellationToken);

    private static DeskSessionRecord? Read(string json) => JsonSerializer.Deserialize(json, DeskSessionJson.Default.DeskSessionRecord);
}

/// <param name="Agent">What the provider said at the sign-in.</param>
/// <param name="EndedAt">By a sign-out, or by a supervisor; null while it lasts.</param>
public sealed record DeskSessionRecord(
    string Id, DeskAgent Agent, DateTimeOffset BegunAt, DateTimeOffset EndsAt, DateTimeOffset? EndedAt = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeskSessionRecord))]
internal sealed partial class DeskSessionJson : JsonSerializerContext;
