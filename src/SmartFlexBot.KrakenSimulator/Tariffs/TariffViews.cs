using System.Globalization;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Clock;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

/// <summary>What Kraken tells of agreements and enrolments.</summary>
internal sealed class TariffViews(ProductBook products, SimulatedClock clock, TimeProvider time)
{
    public DateTimeOffset Now => clock.Now;

    /// <param name="account">Whose home it is.</param>
    /// <param name="home">The home of the meter point.</param>
    /// <param name="past">With those that are over.</param>
    /// <param name="future">With those to come.</param>
    public IReadOnlyList<ElectricityAgreementView> Of(Account account, Home home, bool past, bool future)
    {
        var now = clock.Now;
        var all = account.Of(home.Id).Where(agreement => !agreement.IsWithdrawn(now)).ToList();
        var present = all.FindLastIndex(agreement => agreement.IsInForceAt(now));
        var views = all.Select((agreement, index) => View(account, home, agreement, index < all.Count - 1 ? all[index + 1] : null));
        return [.. views.Where((_, index) => (past || index >= present) && (future || index <= present))];
    }

    public ProductEnrolmentView Of(Account account, Enrolment enrolment)
    {
        var home = account.Homes.Single(home => home.Id == enrolment.PropertyId);
        return new(
            enrolment.Id,
            new(account, this),
            enrolment.Last.Name switch
            {
                EnrolmentEvents.Started => "NOT_STARTED",
                EnrolmentEvents.Completed => "COMPLETED",
                _ => enrolment.IsStopped ? "FAILED" : "IN_PROGRESS",
            },
            products.Find(enrolment.ProductCode) is { } product ? new(product) : null,
            new(account, home, this),
            Stages(enrolment));
    }

    /// <summary>The meter point's side of its latest enrolment.</summary>
    public static SmartTariffOnboardingView? OnboardingOf(Account account, Home home) =>
        account.Enrolments.LastOrDefault(enrolment => enrolment.PropertyId == home.Id) is { } enrolment
            ? new(enrolment.ProcessId, enrolment.Last.At.ToString("O", CultureInfo.InvariantCulture), enrolment.Last.Name,
                enrolment.TermsVersion is null ? "TERMS_ACCEPTANCE_REQUIRED" : EnrolmentEvents.TermsAccepted)
            : null;

    private ElectricityAgreementView View(Account account, Home home, Agreement agreement, Agreement? next)
    {
        var product = products.Find(agreement.ProductCode)!;
        return new(agreement.Id, From(agreement), next is null ? agreement.To : From(next),
            new(product), new(account, home, this));
    }

    /// <summary>A day that the fast clock has reached before the calendar is told as today: a client compares with the calendar.</summary>
    private DateTimeOffset From(Agreement agreement)
    {
        var zone = products.Find(agreement.ProductCode)!.Zone;
        var today = LocalTime.StartOf(zone, LocalTime.DayOf(zone, time.GetUtcNow()));
        return agreement.IsInForceAt(clock.Now) && agreement.From > today ? today : agreement.From;
    }

    private static List<EnrolmentStageView> Stages(Enrolment enrolment)
    {
        var done = enrolment.Events.Select(happened => new EnrolmentStageView(
            happened.Name, EnrolmentEvents.Endings.Contains(happened.Name) ? "FAILED" : "COMPLETED"));
        var open = enrolment.IsOpen
            ? enrolment.Stages.Skip(enrolment.Events.Count)
                .Select((name, index) => new EnrolmentStageView(name, index == 0 ? "IN_PROGRESS" : "NOT_STARTED"))
            : [];
        return [.. done, .. open];
    }
}

internal sealed record ElectricityAgreementView(
    int Id, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, ElectricityTariffView Tariff, MeterPointView MeterPoint);

internal sealed class ElectricityTariffView(TariffProduct product)
{
    public string DisplayName => product.DisplayName;

    public string FullName => product.FullName;

    public string ProductCode => product.Code;

    public string TariffCode => TariffCodes.Of(product.Code, TariffCodes.DemoRegion);

    public double? StandingCharge => (double?)product.StandingCharge;
}

/// <summary>smartTariffCode stays null: its known value is another product's.</summary>
internal sealed record SmartTariffOnboardingView(string Id, string LastUpdated, string LatestStatus, string LatestTermsStatus)
{
    public string? SmartTariffCode { get; }
}

internal sealed record ProductEnrolmentView(
    string Id, AccountView Account, string Status, EnergyProductView? Product, MeterPointView ElectricityMeterPoint,
    IReadOnlyList<EnrolmentStageView> Stages);

internal sealed record EnrolmentStageView(string Name, string Status);
