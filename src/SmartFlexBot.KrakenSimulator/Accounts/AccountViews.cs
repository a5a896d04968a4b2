namespace SmartFlexBot.KrakenSimulator.Accounts;

internal sealed record AccountUserView(
    string Id, string Number, string GivenName, string FamilyName, string FullName, string PreferredName, string Email, IReadOnlyList<AccountView> Accounts);

internal sealed class AccountView(Account account)
{
    public string Number => account.Number;

    public string Brand { get; } = "DEMO_ENERGY";

    public string Status { get; } = "ACTIVE";

    public int Balance { get; }

    public IReadOnlyList<PropertyView> Properties => [.. account.Homes.Select(home => new PropertyView(home))];

    public IReadOnlyList<object> ElectricityAgreements { get; } = [];
}

internal sealed class PropertyView(Home home)
{
    public string Id => home.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Address => home.Address;

    public string Postcode => home.Postcode;

    public IReadOnlyList<MeterPointView> ElectricityMeterPoints => [new(Id, home.Mpan)];
}

internal sealed record MeterPointView(string Id, string Mpan)
{
    public object? SmartTariffOnboarding { get; }

    public IReadOnlyList<object> Agreements { get; } = [];
}

internal sealed record EligibilityView(bool IsEligibleForIo);
