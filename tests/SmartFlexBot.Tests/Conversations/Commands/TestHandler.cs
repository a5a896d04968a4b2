using System.Collections.Concurrent;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations.Commands;

/// <summary>The world outside, as two functions; and when it was asked.</summary>
internal sealed class TestHandler : ICommandHandler
{
    /// <summary>Asks for one command for each word, and tells each outcome.</summary>
    public static IBot Bot => new FunctionBot(turn =>
    {
        if (turn.Activity.Name == CommandResult.EventName)
        {
            return turn.SendActivityAsync($"{turn.Activity.Value!["key"]}: {turn.Activity.Value!["result"]}");
        }

        foreach (var key in turn.Activity.Text!.Split(' '))
        {
            turn.Effects.Command(new("register", key, "{}"));
        }

        return Task.CompletedTask;
    });

    public string Kind => "register";
    public ConcurrentQueue<string> Executed { get; } = [];
    public ConcurrentQueue<DateTimeOffset> Looks { get; } = [];
    public required Func<Command, CancellationToken, Task<CommandOutcome>> OnExecute { get; init; }
    public Func<Reconciliation> OnReconcile { get; init; } = () => throw new HttpRequestException("down");
    public TimeProvider Time { get; set; } = TimeProvider.System;

    public Task<CommandOutcome> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        Executed.Enqueue(command.Key);
        return OnExecute(command, cancellationToken);
    }

    public Task<Reconciliation> ReconcileAsync(Command command, CancellationToken cancellationToken)
    {
        Looks.Enqueue(Time.GetUtcNow());
        return Task.FromResult(OnReconcile());
    }
}
