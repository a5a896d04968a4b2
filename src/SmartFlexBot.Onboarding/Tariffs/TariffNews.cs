using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Onboarding.Waiting;

namespace SmartFlexBot.Onboarding.Tariffs;

/// <summary>What became of a command of the tariff side: an offer that was read, a switch, or a refusal.</summary>
internal sealed class TariffNews(
    Voice voice, Conversation conversation, JourneyFacts facts, SwitchNews switchNews, AgreementCopies copies, TariffDeadline deadline,
    TryAgain tryAgain, TariffEnding ending)
{
    public static TariffNews Of(Turn turn) => new(
        turn.Voice,
        turn.Conversation,
        turn.Facts,
        SwitchNews.Of(turn),
        new AgreementCopies(turn.Voice, turn.Facts, turn.Links, turn.Agreements, turn.Market),
        TariffDeadline.Of(turn),
        new TryAgain(turn.Voice, turn.Conversation, turn.Reminders),
        TariffEnding.Of(turn));

    /// <param name="result">As the command's handler wrote it; null when nobody can tell.</param>
    public Task TakeAsync(PendingCommand pending, string? result) =>
        TakeAsync(pending, result is null ? new() : TariffCommandResult.Read(result));

    /// <summary>What was busy is tried now.</summary>
    public void TryNow() => facts.Update(journey => journey.Tariff.Refused is { Kind: TariffProblemKind.TryLater }
        ? journey with { Tariff = journey.Tariff with { Refused = null } }
        : journey);

    private async Task TakeAsync(PendingCommand pending, TariffCommandResult result)
    {
        if (result.Refused is { } refused)
        {
            await RefusedAsync(refused, result.Code);
            return;
        }

        var isBegun = pending.What == PendingAction.BeginSwitch;
        if (result.Reading is { } reading)
        {
            await ReadAsync(reading, isChanged: isBegun);
        }

        if (result.Switch is { } begun && switchNews.Take(begun))
        {
            if (isBegun && facts.Journey.Tariff.Agreed is { } agreed)
            {
                await copies.SendAsync();
                deadline.Begin(agreed.At);
            }

            await switchNews.TellAsync();
        }
        else if (result.Reading is not null)
        {
            await ending.TellAsync();
        }
    }

    private async Task ReadAsync(TariffReading reading, bool isChanged)
    {
        facts.Update(journey => journey with
        {
            Tariff = journey.Tariff with { Read = reading, Agreed = isChanged ? null : journey.Tariff.Agreed, Refused = null },
        });
        if (reading is { IsOnOffered: true })
        {
            await voice.SayAsync("tariff.already", ("tariff", reading.Now?.Name ?? reading.Offered?.Name ?? ""));
        }
        else if (isChanged)
        {
            await voice.SayAsync("tariff.changed");
        }
    }

    private async Task RefusedAsync(TariffProblemKind kind, string? code)
    {
        // With another day, or another quote, the offer is another one: it is read and shown again.
        var isReadAgain = kind is TariffProblemKind.DateNotPossible or TariffProblemKind.OfferGone;
        facts.Update(journey => journey with
        {
            Tariff = isReadAgain
                ? journey.Tariff with { Read = null, Agreed = null, Refused = null }
                : journey.Tariff with { Refused = new(kind, code, journey.Tariff.Agreed?.ProductCode) },
        });
        conversation.Remember(memory => memory with { Told = null, IsOpen = false });
        if (isReadAgain)
        {
            await voice.SayAsync("tariff.changed");
        }

        if (kind == TariffProblemKind.TryLater)
        {
            await tryAgain.SoonAsync();
        }

        await ending.TellAsync();
    }
}
