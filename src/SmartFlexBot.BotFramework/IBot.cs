namespace SmartFlexBot.BotFramework;

/// <summary>
/// What handles a turn. A turn reads and decides: it may run again on the same activity (after a stale version, or after a
/// restart), so it changes nothing outside <see cref="ITurnContext.Effects"/>.
/// </summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken);
}
