using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The card with everything that has to be shown before anyone agrees, and the picture of a day's prices.</summary>
internal sealed class TariffCard(Voice voice, Links links, MarketSettings market, TimeProvider clock, OfferTariff step)
{
    private TariffSheet Sheet => TariffSheet.Of(step.Offered, step.Now, market, voice);

    private string Leaving => new LeavingCosts(voice, step.Offered, step.Now).Warning;

    public Task ShowAsync()
    {
        var (offered, now) = (step.Offered, step.Now);
        var sheet = Sheet;
        var leaving = Leaving;
        var picture = new TariffPicture(voice).Of(offered, now);
        string[] spoken =
        [
            $"{voice.Text("tariff.title", ("tariff", offered.Name))}.", voice.Text("tariff.summary", ("version", offered.Terms!.Version)),
            leaving,
        ];
        var summary = string.Join(' ', spoken).TrimEnd();
        return voice.ShowAsync("tariff", summary, new JsonObject
        {
            ["title"] = voice.Text("tariff.title", ("tariff", MarkdownText.Escape(offered.Name))),
            ["text"] = voice.Text(market.Tariff!.IsRequired ? "tariff.text.required" : "tariff.text"),
            ["nowLabel"] = voice.Text("tariff.now"),
            ["offeredLabel"] = voice.Text("tariff.offered"),
            ["picture"] = links.ToFile(PricePicture.RecordKind, picture.Write(), "pictures", "png", clock.GetUtcNow().AddDays(PictureDays)),
            ["pictureText"] = picture.AltText,
            ["rows"] = new JsonArray([.. sheet.Rows.Select(JsonNode? (row) => new JsonObject
            {
                ["label"] = row.Label,
                ["now"] = Lines(row.Now ?? ""),
                ["offered"] = Lines(row.Offered),
                ["hasNow"] = row.Now is not null,
            })]),
            ["times"] = voice.Text("tariff.times", ("zone", voice.ZoneName)),
            ["rules"] = new JsonArray(
                [.. sheet.Rules.Select(JsonNode? (rule) => new JsonObject { ["title"] = rule.Label, ["value"] = rule.Value })]),
            ["originsTitle"] = voice.Text("tariff.origins"),
            ["termsTitle"] = voice.Text("tariff.read-terms"),
            ["termsUrl"] = offered.Terms.Url!.AbsoluteUri,
            ["hasLeaving"] = leaving.Length > 0,
            ["leaving"] = MarkdownText.Escape(leaving),
            ["ask"] = voice.Text(
                "tariff.ask", ("tariff", MarkdownText.Escape(offered.Name)), ("version", MarkdownText.Escape(offered.Terms.Version!))),
            ["agree"] = voice.Text("tariff.agree"),
            ["estimate"] = voice.Text("tariff.estimate"),
            ["no"] = voice.Text("tariff.no"),
        });
    }

    /// <summary>As long as somebody may look at the chat again.</summary>
    private const int PictureDays = 400;

    /// <summary>In a card's Markdown a line ends with an empty one. Each is escaped by itself: escaping makes one line of all.</summary>
    private static string Lines(string text) => string.Join("\n\n", text.Split('\n').Select(MarkdownText.Escape));

    /// <summary>Every figure of the card with where it comes from.</summary>
    public Task ShowOriginsAsync()
    {
        var (sheet, say) = (Sheet, new TariffTexts(voice));
        string[] lines =
        [
            .. sheet.Rows.SelectMany(row => row.Origins.Select(origin => $"{row.Label}: {say.Origin(origin)}")),
            .. sheet.Rules.Select(rule => $"{rule.Label}: {say.Origin(rule.Origin)}"),
        ];
        return voice.AskAsync("tariff.origins.list", ("lines", string.Join("\n", lines)));
    }
}
