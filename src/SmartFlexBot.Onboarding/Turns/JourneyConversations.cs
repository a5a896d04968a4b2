using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// The conversations that one journey is talked about in: windows, devices, channels. The customer is told news where they were last
/// heard; the others show how it stands, so that none is left with a question that the world has answered.
/// </summary>
internal sealed class JourneyConversations(ITurnContext context, Conversation here, JourneyFacts facts)
{
    public const string RecordKind = "journey-conversations";

    /// <summary>More windows than anybody has open; the newest count.</summary>
    private const int Most = 10;

    /// <summary>Another conversation in which the customer was heard later than in this one; null when it is this one.</summary>
    public ConversationKey? LastHeardElsewhere =>
        !here.IsHeard && facts.Journey.TellIn is { } there && there != here.Key ? ConversationKey.Parse(there) : null;

    public async Task EnlistAsync(CancellationToken cancellationToken)
    {
        var journeyKey = facts.Journey.Key;
        if (here.Memory.Enlisted == journeyKey)
        {
            return;
        }

        var (known, version) = await ReadAsync(cancellationToken);
        here.Remember(memory => memory with { Enlisted = journeyKey });
        if (known.Contains(here.Key))
        {
            return;
        }

        string[] all = [.. known.TakeLast(Most - 1), here.Key];
        var json = JsonSerializer.Serialize(all, ConversationsJson.Default.StringArray);
        context.Effects.SaveRecord(new RecordWrite(RecordKind, journeyKey, json, version));
    }

    /// <param name="news">Names what happened: each conversation hears of it once.</param>
    public async Task TellOthersAsync(string news, CancellationToken cancellationToken)
    {
        foreach (var other in (await ReadAsync(cancellationToken)).Known.Where(other => other != here.Key))
        {
            Post(ConversationKey.Parse(other), $"{news}/told");
        }
    }

    /// <summary>Leaves the news to the conversation in which the customer was last heard.</summary>
    public void LeaveTo(ConversationKey there, string news) => Post(there, $"{news}/tell");

    private void Post(ConversationKey conversation, string dedupeKey) =>
        context.Effects.Post(conversation, OnboardingEvents.Event(OnboardingEvents.Changed), dedupeKey);

    private async Task<(string[] Known, long Version)> ReadAsync(CancellationToken cancellationToken) =>
        await context.Effects.FindRecordAsync(RecordKind, facts.Journey.Key, cancellationToken) is { } record
            ? (JsonSerializer.Deserialize(record.Json, ConversationsJson.Default.StringArray) ?? [], record.Version)
            : ([], 0);
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class ConversationsJson : JsonSerializerContext;
