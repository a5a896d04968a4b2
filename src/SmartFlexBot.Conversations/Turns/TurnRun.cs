using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Conversations.Hosting;
using SmartFlexBot.Conversations.Records;
using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Conversations.Turns;

/// <summary>What a run of the bot came to.</summary>
internal abstract record TurnResult
{
    private TurnResult() { }

    public sealed record Decided(TurnEffects Effects, string State) : TurnResult;

    public sealed record Failed(TurnFailure Failure, Exception? Exception) : TurnResult;
}

/// <summary>Runs the bot once, within its time.</summary>
internal sealed class TurnRun(
    IServiceScopeFactory scopes,
    StoredRecords records,
    TypingSignals typing,
    Replies replies,
    IHostApplicationLifetime lifetime,
    IOptions<ConversationsOptions> options,
    TimeProvider time)
{
    /// <exception cref="OperationCanceledException">The process stops; the item stays undone.</exception>
    public async Task<TurnResult> RunAsync(ConversationKey conversation, ConversationState loaded, TurnItem item, int attempt)
    {
        Activity activity;
        try
        {
            activity = item.ReadActivity(conversation);
        }
        catch (JsonException exception)
        {
            return new TurnResult.Failed(TurnFailure.Unreadable, exception);
        }

        var deadline = new CancellationTokenSource(options.Value.TurnTimeout, time);
        var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, lifetime.ApplicationStopping);
        var scope = scopes.CreateAsyncScope();
        var effects = new TurnEffects(records);
        var state = new TurnState(JsonNode.Parse(loaded.Json)!.AsObject());
        var turn = Task.CompletedTask;
        using var signal = typing.Begin(conversation);
        try
        {
            var context = new TurnContext(
                activity, conversation, loaded.Origin, state, effects, attempt, item.Row.Protected,
                replies.To(item, activity, conversation, loaded.Origin));
            turn = scope.ServiceProvider.GetRequiredService<IBot>().OnTurnAsync(context, either.Token);

            // A bot that does not heed its token is left behind; nothing it still does is committed.
            await turn.WaitAsync(either.Token);
            return new TurnResult.Decided(effects, state.Values.ToJsonString());
        }
        catch (Exception) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new OperationCanceledException(lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new TurnResult.Failed(TurnFailure.TimedOut, null);
        }
        catch (StoreUnavailableException)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new TurnResult.Failed(TurnFailure.Threw, exception);
        }
        finally
        {
            await EndAsync(turn, scope, either, deadline);
        }
    }

    private static async Task EndAsync(Task turn, AsyncServiceScope scope, params CancellationTokenSource[] sources)
    {
        if (turn.IsCompleted)
        {
            await DisposeAsync();
        }
        else
        {
            _ = turn.ContinueWith(_ => DisposeAsync(), TaskScheduler.Default);
        }

        async Task DisposeAsync()
        {
            _ = turn.Exception;
            await scope.DisposeAsync();
            foreach (var source in sources)
            {
                source.Dispose();
            }
        }
    }
}
