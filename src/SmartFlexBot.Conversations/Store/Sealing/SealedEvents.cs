using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Conversations.Store.Sealing;

internal sealed class SealedEvents([FromKeyedServices(StoreServices.Rows)] IEventStore rows, RowSeal seal) : IEventStore
{
    public async ValueTask<IReadOnlyList<DueEvent>> ReadDueAsync(int limit) => [.. (await rows.ReadDueAsync(limit)).Select(Open)];

    public Task MarkTakenAsync(DueEvent due) => rows.MarkTakenAsync(due);

    public Task PostponeAsync(DueEvent due, long notBefore, bool refused, string reason) =>
        rows.PostponeAsync(due, notBefore, refused, reason);

    public Task MarkRefusedAsync(DueEvent due, string reason) => rows.MarkRefusedAsync(due, reason);

    public async ValueTask<IReadOnlyList<RefusedEvent>> ReadRefusedAsync(int limit) =>
        [.. (await rows.ReadRefusedAsync(limit)).Select(
            refused => Open(refused.Key, refused.Json) is var (key, _, _) ? refused with { Key = key, Json = "" } : refused)];

    public ValueTask<int> CountRefusedAsync() => rows.CountRefusedAsync();

    public Task<int> RetryAsync(string? key) => rows.RetryAsync(key is null ? null : seal.EventKey(key));

    /// <summary>One that does not open has no content: sinks refuse it.</summary>
    private DueEvent Open(DueEvent due) => due with
    {
        Event = Open(due.Event.Key, due.Event.Json) is var (key, subject, json)
            ? due.Event with { Key = key, Subject = subject, Json = json }
            : due.Event with { Json = "" },
    };

    private (string Key, string Subject, string Json)? Open(string key, string value)
    {
        if (seal.TryOpen(value, RowIdentity.Event(key)) is not { } opened)
        {
            return null;
        }

        var (name, rest) = RowSeal.Apart(opened);
        var (subject, json) = RowSeal.Apart(rest);
        return (name, subject, json);
    }
}
