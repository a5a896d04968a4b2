namespace SmartFlexBot.BotFramework.Dialogs;

public static class DialogExtensions
{
    /// <summary>Continues the conversation's dialogs, or begins this one when there are none (or they could not be continued).</summary>
    public static async Task<DialogTurnResult> RunAsync(
        this Dialog dialog, ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var dc = await new DialogSet().Add(dialog).CreateContextAsync(turnContext, cancellationToken);
        var result = await dc.ContinueDialogAsync(cancellationToken);
        return result.Status == DialogTurnStatus.Empty ? await dc.BeginDialogAsync(dialog.Id, null, cancellationToken) : result;
    }
}
