using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk;

/// <summary>Brings what agents do into the conversation, and what became of it back.</summary>
internal sealed class DeskInbox(IConversationInbox inbox, IListedRecords listed, DeskRecords records, TimeProvider time)
{
    private const int LongestId = 64;

    /// <summary>A turn of the bot may be under way for as long: then it is carried out, and asked for again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(9);

    /// <param name="parcel">What comes beside it; null for nothing.</param>
    public async Task<DeskAnswer> ActAsync(DeskRequest request, string? parcel, CancellationToken cancellationToken)
    {
        if (request.ClientId.Length is 0 or > LongestId)
        {
            return new DeskAnswer.Refused(DeskRefusal.NotValid, await records.FindAsync(request.HandOverId, cancellationToken));
        }

        if (await records.FindAsync(request.HandOverId, cancellationToken) is not { } handOver)
        {
            return new DeskAnswer.Refused(DeskRefusal.Unknown, null);
        }

        try
        {
            // Nobody else would say it again, and it holds back nothing.
            await inbox.AcceptAsync(
                ConversationKey.Parse(handOver.Conversation),
                new InboundActivity(DeskEvents.Of(request), $"desk:{request.Key}", Logged: false, parcel, Lasting: true),
                cancellationToken);
        }
        catch (ConversationNotFoundException)
        {
            return new DeskAnswer.Refused(DeskRefusal.Unknown, null);
        }

        return await WaitAsync(request.Key, cancellationToken) switch
        {
            null => new DeskAnswer.Pending(),
            { Refusal: { } refusal } => new DeskAnswer.Refused(refusal, await records.FindAsync(request.HandOverId, cancellationToken)),
            _ => await records.FindAsync(request.HandOverId, cancellationToken) is { } now
                ? new DeskAnswer.Done(now)
                : new DeskAnswer.Refused(DeskRefusal.Unknown, null),
        };
    }

    /// <summary>Once this returns it is kept. A conversation that is gone has nothing to look at.</summary>
    public async Task LookAsync(DeskLookRequest look, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(look.HandOverId, cancellationToken) is not { } handOver)
        {
            return;
        }

        try
        {
            await inbox.AcceptAsync(
                ConversationKey.Parse(handOver.Conversation),
                new InboundActivity(DeskEvents.Of(look), $"look:{Guid.NewGuid():N}", Logged: false, Lasting: true),
                cancellationToken);
        }
        catch (ConversationNotFoundException)
        {
            // Erased between the two.
        }
    }

    private async Task<DeskActResult?> WaitAsync(string key, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (true)
        {
            var newest = await listed.NewestAsync(cancellationToken);
            if (await records.FindResultAsync(key, cancellationToken) is { } result)
            {
                return result;
            }

            try
            {
                await listed.WaitAsync(newest, either.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                return null;
            }
        }
    }
}
