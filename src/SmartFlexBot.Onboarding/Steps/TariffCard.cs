using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Onboarding.Bot;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Tariffs;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>The card with everything that has to be shown before anyone agrees, and the picture of a day's prices.</summary>
internal sealed class TariffCard(JourneyTurn turn, Step.OfferTariff step)
{
    public Task ShowAsync()
    {
        var (offered, now) = (step.Offered, step.Now);
        var sheet = turn.SheetOf(offered, now);
        var picture = TariffPicture.Of(offered, now, turn);
        return turn.ShowAsync("tariff", $"{turn.Text("tariff.title", ("tariff", offered.Name))}. {turn.Text("tariff.summary", ("version", offered.Terms!.Version))}", new JsonObject
        {
            ["title"] = turn.Text("tariff.title", ("tariff", MarkdownText.Escape(offered.Name))),
            ["text"] = turn.Text("tariff.text"),
            ["nowLabel"] = turn.Text("tariff.now"),
            ["offeredLabel"] = turn.Text("tariff.offered"),
            ["picture"] = turn.Keep(PricePicture.RecordKind, picture.Write(), "pictures", "png", turn.Now.AddDays(PictureDays)),
            ["pictureText"] = picture.AltText,
            ["rows"] = new JsonArray([.. sheet.Rows.Select(JsonNode? (row) => new JsonObject
            {
                ["label"] = row.Label,
                ["now"] = Lines(row.Now ?? ""),
                ["offered"] = Lines(row.Offered),
                ["hasNow"] = row.Now is not null,
            })]),
            ["times"] = turn.Text("tariff.times", ("zone", turn.Services.Market.TimeZone)),
            ["rules"] = new JsonArray([.. sheet.Rules.Select(JsonNode? (rule) => new JsonObject { ["title"] = rule.Label, ["value"] = rule.Value })]),
            ["originsTitle"] = turn.Text("tariff.origins"),
            ["termsTitle"] = turn.Text("tariff.read-terms"),
            ["termsUrl"] = offered.Terms.Url!.AbsoluteUri,
            ["ask"] = turn.Text("tariff.ask", ("tariff", MarkdownText.Escape(offered.Name)), ("version", MarkdownText.Escape(offered.Terms.Version!))),
            ["agree"] = turn.Text("tariff.agree"),
            ["estimate"] = turn.Text("tariff.estimate"),
            ["no"] = turn.Text("tariff.no"),
        });
    }

    /// <summary>As long as somebody may look at the chat again.</summary>
    private const int PictureDays = 400;

    /// <summary>In a card's Markdown a line ends with an empty one. Each is escaped by itself: escaping makes one line of all.</summary>
    private static string Lines(string text) => string.Join("\n\n", text.Split('\n').Select(MarkdownText.Escape));

    /// <summary>Every figure of the card with where it comes from.</summary>
    public Task ShowOriginsAsync()
    {
        var (sheet, say) = (turn.SheetOf(step.Offered, step.Now), turn.TariffTexts);
        string[] lines =
        [
            .. sheet.Rows.SelectMany(row => row.Origins.Select(origin => $"{row.Label}: {say.Origin(origin)}")),
            .. sheet.Rules.Select(rule => $"{rule.Label}: {say.Origin(rule.Origin)}"),
        ];
        return turn.AskAsync("tariff.origins.list", ("lines", string.Join("\n", lines)));
    }
}
