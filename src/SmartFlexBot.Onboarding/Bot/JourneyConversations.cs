using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>
/// The conversations that one journey is talked about in: windows, devices, channels. The customer is told news where they were last
/// heard; the others show how it stands, so that none is left with a question that the world has answered.
/// </summary>
internal sealed class JourneyConversations(JourneyTurn turn)
{
    public const string RecordKind = "journey-conversations";

    /// <summary>More windows than anybody has open; the newest count.</summary>
    private const int Most = 10;

    private string Here => turn.Context.Conversation.ToString();

    /// <summary>Another conversation in which the customer was heard later than in this one; null when it is this one.</summary>
    public ConversationKey? LastHeardElsewhere =>
        turn.Activity.Type != ActivityTypes.Message && turn.Journey.TellIn is { } there && there != Here ? ConversationKey.Parse(there) : null;

    public async Task EnlistAsync(CancellationToken cancellationToken)
    {
        if (turn.Memory.Enlisted == turn.Journey.Key)
        {
            return;
        }

        var (known, version) = await ReadAsync(cancellationToken);
        turn.Remember(memory => memory with { Enlisted = turn.Journey.Key });
        if (known.Contains(Here))
        {
            return;
        }

        string[] all = [.. known.TakeLast(Most - 1), Here];
        turn.Context.Effects.SaveRecord(new RecordWrite(
            RecordKind, turn.Journey.Key, JsonSerializer.Serialize(all, ConversationsJson.Default.StringArray), version, Encrypted: false));
    }

    /// <param name="news">Names what happened: each conversation hears of it once.</param>
    public async Task TellOthersAsync(string news, CancellationToken cancellationToken)
    {
        foreach (var other in (await ReadAsync(cancellationToken)).Known.Where(other => other != Here))
        {
            turn.Context.Effects.Post(ConversationKey.Parse(other), OnboardingEvents.Event(OnboardingEvents.Changed), $"{news}/told");
        }
    }

    private async Task<(string[] Known, long Version)> ReadAsync(CancellationToken cancellationToken) =>
        await turn.Context.Effects.FindRecordAsync(RecordKind, turn.Journey.Key, cancellationToken) is { } record
            ? (JsonSerializer.Deserialize(record.Json, ConversationsJson.Default.StringArray) ?? [], record.Version)
            : ([], 0);
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class ConversationsJson : JsonSerializerContext;
