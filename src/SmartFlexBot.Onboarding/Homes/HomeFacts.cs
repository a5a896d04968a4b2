using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Homes;

/// <summary>The home that a conversation is about, and with it the journey.</summary>
internal sealed class HomeFacts(JourneyFacts facts, Conversation conversation)
{
    public async Task TakeAsync(AccountProperty home, CancellationToken cancellationToken)
    {
        await facts.LoadAsync(home.Id, cancellationToken);
        conversation.Remember(memory => memory with { PropertyId = home.Id, Home = MaskedHome.Of(home.Address) });
    }
}
