using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Live;

/// <summary>LIVE is told where the customer was last heard, and the journey's other conversations show it.</summary>
internal sealed class LiveElsewhere(Conversation conversation, JourneyConversations windows, Reminders reminders, DeviceSnapshot device)
{
    /// <summary>The conversation that was to tell the news has not: tell it here.</summary>
    public const string TellHere = "journey/tell-here";

    /// <summary>When the conversation that is to tell it has not by then, because it was deleted, it is told where it was learnt.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private string News => $"live/{device.Id}";

    /// <summary>Where it is to be told instead of here; null when here.</summary>
    public ConversationKey? IsLeftTo => conversation.EventName == TellHere ? null : windows.LastHeardElsewhere;

    public void Leave(ConversationKey there)
    {
        windows.LeaveTo(there, News);
        reminders.Remind("tell-here", Patience, OnboardingEvents.Event(TellHere));
        conversation.Remember(memory => memory with { Told = null });
    }

    public Task TellAsync(CancellationToken cancellationToken) => windows.TellOthersAsync(News, cancellationToken);
}
