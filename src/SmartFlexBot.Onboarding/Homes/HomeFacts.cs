using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Homes;

/// <summary>The home that a conversation is about, and with it the journey.</summary>
internal sealed class HomeFacts(JourneyFacts facts, Conversation conversation)
{
    public async Task TakeAsync(int propertyId, CancellationToken cancellationToken)
    {
        await facts.LoadAsync(propertyId, cancellationToken);
        conversation.Remember(memory => memory with { PropertyId = propertyId });
    }
}
