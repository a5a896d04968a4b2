using System.Text.Json;
using Microsoft.Extensions.Logging;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Desk.Hubs;

/// <summary>
/// Carries out a round with the hub: opens, reads what is new there, tells what is new here, closes. It reads before it tells, and tells
/// what the hub has not got: so it may be carried out again whatever became of it before.
/// </summary>
internal sealed partial class HubRounds(
    IAgentHub hub, DeskRecords records, HubLines lines, ILogger<HubRounds> logger) : ICommandHandler
{
    public string Kind => HubRound.CommandKind;

    public async Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        var round = JsonSerializer.Deserialize(command.Payload, HubJson.Default.HubRound)!;
        var handOver = await records.FindAsync(round.HandOverId, cancellationToken);
        try
        {
            return Completed(handOver is null
                ? await EraseAsync(round, cancellationToken)
                : await RunAsync(round.Place, handOver, cancellationToken));
        }
        catch (HubException problem) when (problem.Problem is HubProblem.Gone or HubProblem.Refused)
        {
            Log.Lost(logger, round.HandOverId, problem.Message);
            var kind = round.Place.Conversation is null ? HubNewsKind.Refused : HubNewsKind.Ended;
            return Completed(new(round.HandOverId, round.Place with { IsClosed = true }, [new HubNews(kind)]));
        }
        catch (HubException problem)
        {
            var pause = HubPause.After(command.Attempt, problem.After);
            var level = problem.Problem == HubProblem.Settings ? LogLevel.Error : LogLevel.Warning;
            Log.Again(logger, level, round.HandOverId, pause, problem.Message);
            return new CommandOutcome.TryAgain(pause, problem.Message);
        }
    }

    /// <summary>A round that was cut off is safe to begin again: it begins by reading.</summary>
    public Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken) =>
        Task.FromResult<Reconciliation>(new Reconciliation.NotDone());

    private async Task<HubRoundResult> RunAsync(HubPlace before, HandOver handOver, CancellationToken cancellationToken)
    {
        if (!handOver.IsOpen)
        {
            return await CloseAsync(before, handOver, cancellationToken);
        }

        if (before.Conversation is null)
        {
            // A round of its own: what was opened is kept, whatever fails next.
            return new(handOver.Id, await hub.OpenAsync(handOver, cancellationToken), [new(HubNewsKind.Accepted)], HasMore: true);
        }

        var seen = await hub.ReadAsync(before, cancellationToken);
        foreach (var file in seen.Files)
        {
            await hub.FailAsync(seen.Place, file, HubFailure.IsFile, cancellationToken);
        }

        var fresh = await lines.ReadAsync(handOver, seen.Place, cancellationToken);
        var untold = fresh.Lines.Where(line => !seen.Ours.Contains(line.Id)).ToList();
        var place = seen.Place;
        foreach (var line in untold)
        {
            place = await TellAsync(place, line, handOver, cancellationToken);
        }

        // What the customer wrote when an agent ended it goes on there: the agent sees it, and ends it once more.
        IReadOnlyList<HubNews> news = seen.IsEnded && untold.TrueForAll(line => line.IsNote)
            ? [.. seen.News, new HubNews(HubNewsKind.Ended)]
            : seen.News;
        return new(
            handOver.Id, place with { HasPack = true, Sent = fresh.Last }, news, fresh.HasMore, seen.LookAfter);
    }

    /// <summary>What the hub does not take is said to nobody else's harm: the lines after it go on.</summary>
    private async Task<HubPlace> TellAsync(HubPlace place, HubLine line, HandOver handOver, CancellationToken cancellationToken)
    {
        try
        {
            return await hub.TellAsync(place, line, cancellationToken);
        }
        catch (HubException problem) when (problem.Problem == HubProblem.Refused)
        {
            Log.NotTaken(logger, handOver.Id, line.Id, problem.Message);
            return place;
        }
    }

    /// <summary>
    /// Also one that was made by a round whose end nobody heard of. What agents have written by then is read to nobody: they learn it.
    /// </summary>
    private async Task<HubRoundResult> CloseAsync(HubPlace place, HandOver handOver, CancellationToken cancellationToken)
    {
        var known = place.Conversation is null ? await hub.FindAsync(handOver.Id, cancellationToken) : place;
        if (known is { Conversation: not null })
        {
            var seen = await hub.ReadAsync(known, cancellationToken);
            foreach (var unheard in seen.News.Select(news => news.Id).OfType<string>())
            {
                await hub.FailAsync(known, unheard, HubFailure.IsOver, cancellationToken);
            }

            await hub.CloseAsync(known, cancellationToken);
            known = seen.Place;
        }

        return new(handOver.Id, (known ?? place) with { IsClosed = true }, []);
    }

    /// <summary>The account was erased while the round was on its way: what it may have told is erased too.</summary>
    private async Task<HubRoundResult> EraseAsync(HubRound round, CancellationToken cancellationToken)
    {
        var left = round.Place.Conversation is null ? await hub.FindAsync(round.HandOverId, cancellationToken) : round.Place;
        if (left is not null)
        {
            await hub.EraseAsync(left, cancellationToken);
        }

        return new(round.HandOverId, round.Place with { IsClosed = true }, []);
    }

    private static CommandOutcome.Completed Completed(HubRoundResult result) =>
        new(JsonSerializer.Serialize(result, HubJson.Default.HubRoundResult));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The hub has no place for hand-over {HandOver} ({Reason}); the chat is the bot's again.")]
        public static partial void Lost(ILogger logger, string handOver, string reason);

        [LoggerMessage(EventId = 2, Message = "The hub could not be asked about hand-over {HandOver} ({Reason}); again after {Pause}.")]
        public static partial void Again(ILogger logger, LogLevel level, string handOver, TimeSpan pause, string reason);

        [LoggerMessage(3, LogLevel.Error,
            "The hub does not take line {Line} of hand-over {HandOver} ({Reason}); its agents do not see it.")]
        public static partial void NotTaken(ILogger logger, string handOver, string line, string reason);
    }
}
