using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Steps;

namespace SmartFlexBot.Onboarding.Bot;

/// <summary>The durable copy of what a customer has agreed to: everything that was shown, kept, and sent as a link that nobody can guess.</summary>
internal sealed class AgreementCopies(JourneyTurn turn)
{
    public async Task SendAsync()
    {
        if (turn.Journey.Tariff is not { Agreed: { } agreed, Read.Offered: { } offered })
        {
            return;
        }

        var content = Content(agreed, offered, turn.Journey.Tariff.Read.Now);
        var copy = new AgreementCopy($"{turn.Text("tariff.copy.file")}-{agreed.At:yyyy-MM-dd}.pdf", turn.Services.Agreements.Render(content));
        var address = turn.Keep(AgreementCopy.RecordKind, copy.Write(), "copies", "pdf", expiresAt: null);
        await turn.Context.SendActivityAsync(new Activity
        {
            Type = ActivityTypes.Message,
            Text = turn.Text("tariff.copy", ("tariff", offered.Name)),
            TextFormat = TextFormats.Plain,
            Locale = turn.Locale,
            InputHint = InputHints.AcceptingInput,
            Attachments = [new() { ContentType = "application/pdf", ContentUrl = address, Name = copy.FileName }],
        });
    }

    private AgreementContent Content(TariffAgreement agreed, Tariffs.Tariff offered, Tariffs.Tariff? now)
    {
        var (sheet, say) = (turn.SheetOf(offered, now), turn.TariffTexts);
        string Origins(IEnumerable<Tariffs.FigureOrigin> origins) => string.Join("; ", origins.Select(say.Origin));
        return new(
            turn.Text("tariff.copy.title", ("tariff", offered.Name)),
            turn.Locale,
            agreed.At,
            [
                new(turn.Text("tariff.copy.agreement"), turn.Text("tariff.ask", ("tariff", offered.Name), ("version", agreed.TermsVersion)),
                [
                    new(turn.Text("tariff.copy.account"), turn.Journey.AccountNumber, null),
                    new(turn.Text("tariff.copy.words"), agreed.Words, null),
                    new(turn.Text("tariff.copy.at"), say.Moment(agreed.At), null),
                    new(turn.Text("tariff.read-terms"), offered.Terms!.Url!.AbsoluteUri, null),
                ]),
                new(turn.Text("tariff.offered"), turn.Text("tariff.times", ("zone", turn.Services.Market.TimeZone)),
                    [.. sheet.Rows.Select(row => new AgreementRow(row.Label, row.Offered, Origins(row.Origins)))]),
                new(turn.Text("tariff.now"), null, [.. sheet.Rows.Where(row => row.Now is not null).Select(row => new AgreementRow(row.Label, row.Now!, null))]),
                new(turn.Text("tariff.copy.rules"), null, [.. sheet.Rules.Select(rule => new AgreementRow(rule.Label, rule.Value, say.Origin(rule.Origin)))]),
            ],
            TariffPicture.Of(offered, now, turn),
            $"{turn.Services.Market.Supplier}. {turn.Services.Contact.Sentence(turn.Locale)}");
    }
}
