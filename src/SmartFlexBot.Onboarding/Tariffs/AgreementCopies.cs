using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>
/// The durable copy of what a customer has agreed to: everything that was shown, kept, and sent as a link that nobody can guess.
/// </summary>
internal sealed class AgreementCopies(Voice voice, JourneyFacts facts, Links links, IAgreementDocument document, MarketSettings market)
{
    private readonly TariffTexts _say = new(voice);

    public async Task SendAsync()
    {
        if (facts.Journey.Tariff is not { Agreed: { } agreed, Read.Offered: { } offered })
        {
            return;
        }

        var content = Content(agreed, offered, facts.Journey.Tariff.Read.Now);
        var copy = new AgreementCopy($"{voice.Text("tariff.copy.file")}-{agreed.At:yyyy-MM-dd}.pdf", document.Render(content));
        var address = links.ToFile(AgreementCopy.RecordKind, copy.Write(), "copies", "pdf", expiresAt: null, isEvidence: true);
        var file = new Attachment { ContentType = "application/pdf", ContentUrl = address, Name = copy.FileName };
        await voice.HandOverAsync("tariff.copy", file, ("tariff", offered.Name));
    }

    private AgreementContent Content(TariffAgreement agreed, Tariff offered, Tariff? now)
    {
        var sheet = TariffSheet.Of(offered, now, market, voice);
        return new(
            voice.Text("tariff.copy.title", ("tariff", offered.Name)),
            voice.Locale,
            agreed.At,
            [Agreement(agreed, offered, now), Offered(sheet), Now(sheet), Rules(sheet)],
            new TariffPicture(voice).Of(offered, now),
            $"{market.Supplier}. {voice.Contact}");
    }

    private AgreementSection Agreement(TariffAgreement agreed, Tariff offered, Tariff? now) => new(
        voice.Text("tariff.copy.agreement"),
        Asked(agreed, offered, now),
        [
            new(voice.Text("tariff.copy.account"), facts.Journey.AccountNumber, null),
            new(voice.Text("tariff.copy.words"), agreed.Words, null),
            new(voice.Text("tariff.copy.at"), voice.Moment(agreed.At), null),
            new(voice.Text("tariff.read-terms"), offered.Terms!.Url!.AbsoluteUri, null),
        ]);

    private string Asked(TariffAgreement agreed, Tariff offered, Tariff? now)
    {
        var asked = voice.Text("tariff.ask", ("tariff", offered.Name), ("version", agreed.TermsVersion));
        return $"{new LeavingCosts(voice, offered, now).Warning} {asked}".TrimStart();
    }

    private AgreementSection Offered(TariffSheet sheet) => new(
        voice.Text("tariff.offered"),
        voice.Text("tariff.times", ("zone", voice.ZoneName)),
        [.. sheet.Rows.Select(row => new AgreementRow(row.Label, row.Offered, Origins(row.Origins)))]);

    private AgreementSection Now(TariffSheet sheet) => new(
        voice.Text("tariff.now"), null,
        [.. sheet.Rows.Where(row => row.Now is not null).Select(row => new AgreementRow(row.Label, row.Now!, null))]);

    private AgreementSection Rules(TariffSheet sheet) => new(
        voice.Text("tariff.copy.rules"), null,
        [.. sheet.Rules.Select(rule => new AgreementRow(rule.Label, rule.Value, _say.Origin(rule.Origin)))]);

    private string Origins(IEnumerable<FigureOrigin> origins) => string.Join("; ", origins.Select(_say.Evidence));
}
