using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>Tariff switches that went on by themselves.</summary>
internal sealed class EnrolmentTimeline(IOptions<SimulatorOptions> options) : ITimeline
{
    /// <summary>How many stages' time passes from the terms to a cancellation that comes later.</summary>
    private const int StagesToCancellation = 4;

    private TimeSpan Stage => options.Value.EnrolmentStageDuration;

    public Account Settle(Account account, DateTimeOffset now)
    {
        foreach (var id in account.Enrolments.Where(enrolment => enrolment.IsOpen).Select(enrolment => enrolment.Id).ToList())
        {
            while (Step(account, account.Enrolments.Single(enrolment => enrolment.Id == id), now) is { } next)
            {
                account = next;
            }
        }

        return account;
    }

    private Account? Step(Account account, Enrolment enrolment, DateTimeOffset now)
    {
        if (enrolment.Next is not { } next)
        {
            return null;
        }

        var ending = EndingDue(enrolment);
        // What ends badly changes no agreement before.
        var due = ending is not null && next == EnrolmentEvents.AgreementsUpdated ? null : Due(account, enrolment, next);
        if (ending <= now && (due is null || ending <= due))
        {
            return account.With(enrolment.With(enrolment.PlannedEnding!, ending.Value));
        }

        if (due is not { } at || at > now)
        {
            return null;
        }

        var changed = account.With(enrolment.With(next, at));
        return next switch
        {
            EnrolmentEvents.MeterReadingsAvailable => changed with { LacksSmartMeter = false },
            EnrolmentEvents.AgreementsUpdated => changed.With(NewAgreement(account, enrolment, at)),
            _ => changed,
        };
    }

    private DateTimeOffset? EndingDue(Enrolment enrolment) => enrolment.PlannedEnding switch
    {
        null => null,
        EnrolmentEvents.Cancelled => enrolment.AtOf(EnrolmentEvents.TermsAccepted) + StagesToCancellation * Stage,
        _ => enrolment.AtOf(EnrolmentEvents.TermsAccepted) + Stage,
    };

    /// <summary>When the next event happens; null when that is not for time to say.</summary>
    private DateTimeOffset? Due(Account account, Enrolment enrolment, string next)
    {
        var before = enrolment.Last.At;
        return next switch
        {
            EnrolmentEvents.TermsAccepted => null,
            EnrolmentEvents.MeterInstalled or EnrolmentEvents.MeterReadingsAvailable => before + options.Value.MeterExchangeDuration,
            EnrolmentEvents.TestDispatchComplete => Later(before, LiveSince(account)),
            EnrolmentEvents.TariffChangedOnMeter =>
                Later(before + Stage, account.Agreements.FirstOrDefault(agreement => agreement.EnrolmentId == enrolment.Id)?.InForceAt),
            _ => before + Stage,
        };
    }

    private DateTimeOffset? LiveSince(Account account) => account.Devices
        .Where(device => !device.IsRetired && (!device.NeedsTest || device.Test is { Failure: null }))
        .Min(device => device.Test is { } test ? test.EndsAt + options.Value.GoLiveDuration : (DateTimeOffset?)device.RegisteredAt);

    /// <summary>A wanted day that is past when the agreement is made is ignored.</summary>
    private static Agreement NewAgreement(Account account, Enrolment enrolment, DateTimeOffset madeAt)
    {
        var inForceAt = Later(madeAt, enrolment.StartsAt ?? madeAt)!.Value;
        return new(account.NextId(enrolment.PropertyId), enrolment.PropertyId, enrolment.ProductCode,
            inForceAt + enrolment.ToCalendar, inForceAt, EnrolmentId: enrolment.Id);
    }

    private static DateTimeOffset? Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other : other is null ? null : one;
}
