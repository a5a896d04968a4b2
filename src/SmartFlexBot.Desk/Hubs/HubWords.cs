namespace SmartFlexBot.Desk.Hubs;

/// <summary>What agents are told in a hub, in their language.</summary>
internal sealed class HubWords(DeskTexts desk, HubSettings settings)
{
    public string Of(HubFailure why) => desk.Texts.Get(settings.Locale, $"hub.{why}");
}
