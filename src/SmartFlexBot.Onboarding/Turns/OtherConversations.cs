using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Tells other conversations something, in the commit of this turn.</summary>
internal sealed class OtherConversations(ITurnContext context)
{
    /// <summary>By which what came in is known: passed on twice, it counts once.</summary>
    public string Cause => context.Activity.Id ?? Guid.NewGuid().ToString("N");

    /// <param name="to">Such as "directline|c-1".</param>
    public void Tell(string to, Activity activity, string dedupeKey) =>
        context.Effects.Post(ConversationKey.Parse(to), activity, dedupeKey);
}
