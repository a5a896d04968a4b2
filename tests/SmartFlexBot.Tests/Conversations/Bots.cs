using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;

namespace SmartFlexBot.Tests.Conversations;

/// <summary>Any bot, as a function.</summary>
internal sealed class FunctionBot(Func<ITurnContext, CancellationToken, Task> turn) : IBot
{
    public FunctionBot(Func<ITurnContext, Task> turn) : this((context, _) => turn(context))
    {
    }

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken) => turn(turnContext, cancellationToken);
}

internal static class Bots
{
    public static IBot Echo => new FunctionBot(turn => turn.SendActivityAsync($"You said {turn.Activity.Text ?? turn.Activity.Name}"));

    /// <summary>Counts its turns in the conversation's state: a lost or repeated turn shows.</summary>
    public static IBot Counter => new FunctionBot(turn =>
    {
        var count = (turn.State.Values["count"]?.GetValue<int>() ?? 0) + 1;
        turn.State.Values["count"] = JsonValue.Create(count);
        return turn.SendActivityAsync($"{count}: {turn.Activity.Text}");
    });
}
