namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>Dialogs that can begin each other by id.</summary>
public sealed class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The set has another dialog of this id.</exception>
    public DialogSet Add(Dialog dialog)
    {
        if (!_dialogs.TryAdd(dialog.Id, dialog))
        {
            throw new ArgumentException($"There is a dialog '{dialog.Id}' in this set already.", nameof(dialog));
        }

        return this;
    }

    public Dialog? Find(string dialogId) => _dialogs.GetValueOrDefault(dialogId);

    /// <summary>
    /// Takes up the stack in <see cref="ITurnContext.State"/>. One that cannot be continued is removed and
    /// <see cref="DialogContext.Lost"/> is true.
    /// </summary>
    public Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(DialogContext.Open(this, turnContext));
    }
}
