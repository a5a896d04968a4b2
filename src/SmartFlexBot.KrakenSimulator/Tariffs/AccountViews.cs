using SmartFlexBot.KrakenSimulator.Accounts;


namespace SmartFlexBot.KrakenSimulator.Tariffs;

internal sealed record AccountUserView(
    string Id, string Number, string GivenName, string FamilyName, string FullName, string PreferredName, string Email,
    IReadOnlyList<AccountView> Accounts);

internal sealed class AccountView(Account account, TariffViews tariffs)
{
    public string Number => account.Number;

    public string Brand { get; } = "DEMO_ENERGY";

    public string Status { get; } = "ACTIVE";

    public int Balance { get; }

    public IReadOnlyList<PropertyView> Properties => [.. account.Homes.Select(home => new PropertyView(account, home, tariffs))];

    public IReadOnlyList<ElectricityAgreementView> ElectricityAgreements(bool? active = null) =>
        [.. account.Homes.SelectMany(home => tariffs.Of(account, home, past: active != true, future: active != true))];
}

internal sealed class PropertyView(Account account, Home home, TariffViews tariffs)
{
    public string Id => home.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Address => home.Address;

    public string Postcode => home.Postcode;

    public IReadOnlyList<MeterPointView> ElectricityMeterPoints => [new(account, home, tariffs)];
}

internal sealed class MeterPointView(Account account, Home home, TariffViews tariffs)
{
    public string Id => home.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Mpan => home.Mpan;

    public SmartTariffOnboardingView? SmartTariffOnboarding => TariffViews.OnboardingOf(account, home);

    public IReadOnlyList<ElectricityAgreementView> Agreements(bool? includeInactive = null, bool? excludeFuture = null) =>
        tariffs.Of(account, home, past: includeInactive == true, future: excludeFuture != true);
}

internal sealed record EligibilityView(bool IsEligibleForIo);
