using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Consents;

/// <summary>The two permissions as boxes on a card, none ticked beforehand: on one of their own, or on the card before it.</summary>
internal sealed class ConsentBoxes(Voice voice, ConsentFacts consents, MarketSettings market)
{
    public static ConsentBoxes Of(Turn turn) =>
        new(turn.Voice, new ConsentFacts(turn.Facts, turn.Market, turn.Clock), turn.Market);

    public string Minutes => market.TestCharge.Minutes.ToString(voice.Culture);

    /// <param name="device">What is to be connected: its data differ.</param>
    public void AddTo(JsonObject card, DeviceKind device)
    {
        card["asksConsents"] = !consents.HasAll;
        card["consentTitle"] = voice.Text("consent.title");
        card["consentText"] = voice.Text("consent.text");
        card["data"] = voice.Text(voice.KeyFor("consent.data", device.ToString()));
        card["dataGiven"] = Ticked(ConsentPurpose.DataAndLocation);
        card["control"] = voice.Text("consent.control", ("minutes", Minutes));
        card["controlGiven"] = Ticked(ConsentPurpose.Control);
        card["notice"] = voice.Text("consent.notice");
        card["noticeUrl"] = market.PrivacyNotice.AbsoluteUri;
    }

    /// <param name="words">What stands on the button that was pressed.</param>
    public void Take(Reply reply, string words)
    {
        // The card had no boxes then: that none is ticked takes nothing back.
        if (consents.HasAll)
        {
            return;
        }

        consents.Set(ConsentPurpose.DataAndLocation, reply.IsTicked("data"), words);
        consents.Set(ConsentPurpose.Control, reply.IsTicked("control"), words);
    }

    private string Ticked(ConsentPurpose purpose) => consents.Has(purpose) ? "true" : "false";
}
