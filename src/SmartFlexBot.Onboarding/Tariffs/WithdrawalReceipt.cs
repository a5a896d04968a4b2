using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>The receipt of a withdrawal: the statement as it was made, with day and time, to be kept like the contract.</summary>
internal sealed class WithdrawalReceipt(Voice voice, JourneyFacts facts, Links links, IAgreementDocument document, string supplier)
{
    /// <summary>What the customer declares, in the words that are shown before and kept after.</summary>
    public string StatementOf(string tariff) => voice.Text(
        "withdraw.statement", ("tariff", tariff), ("date", AgreedOn), ("account", facts.Journey.AccountNumber));

    public async Task SendAsync(string tariff, TariffWithdrawal withdrawn)
    {
        var at = $"{voice.Moment(withdrawn.At)} ({voice.ZoneName})";
        var content = new AgreementContent(
            voice.Text("withdraw.copy.title", ("tariff", tariff)),
            voice.Locale,
            withdrawn.At,
            [
                new(voice.Text("withdraw.copy.statement"), StatementOf(tariff),
                [
                    new(voice.Text("tariff.copy.account"), facts.Journey.AccountNumber, null),
                    new(voice.Text("tariff.copy.words"), withdrawn.Words, null),
                    new(voice.Text("withdraw.copy.at"), at, null),
                ]),
            ],
            Picture: null,
            $"{supplier}. {voice.Contact}");
        var copy = new AgreementCopy($"{voice.Text("withdraw.copy.file")}-{withdrawn.At:yyyy-MM-dd}.pdf", document.Render(content));
        var address = links.ToFile(AgreementCopy.RecordKind, copy.Write(), "copies", "pdf", expiresAt: null, isEvidence: true);
        var file = new Attachment { ContentType = "application/pdf", ContentUrl = address, Name = copy.FileName };
        await voice.HandOverAsync("tariff.withdrawn", file, ("tariff", tariff), ("at", at));
    }

    private string AgreedOn => facts.Journey.Tariff.Agreed is { } agreed ? voice.Moment(agreed.At) : "";
}
