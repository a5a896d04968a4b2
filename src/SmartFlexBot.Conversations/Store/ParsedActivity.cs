using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Conversations.Store;

/// <summary>
/// An activity as it was understood when it came in, so that its turn need not parse its JSON again. For one run: what a failed run did to
/// its activity must not reach the next. Empty on another node than the one that took it in.
/// </summary>
[GenerateSerializer, Immutable]
internal sealed class ParsedActivity
{
    [NonSerialized]
    private Activity? _activity;

    [field: NonSerialized]
    public string? Json { get; private init; }

    public static ParsedActivity Of(string json, Activity activity) => new() { Json = json, _activity = activity };

    /// <returns>The activity, once; then null.</returns>
    public Activity? Take() => Interlocked.Exchange(ref _activity, null);
}
