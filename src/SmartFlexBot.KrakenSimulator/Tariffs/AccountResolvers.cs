using GraphQL;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Tariffs;

internal sealed class AccountResolvers(World world, TariffViews tariffs) : IResolvers
{
    public void AddTo(RootFields fields)
    {
        fields.Query("viewer", Viewer);
        fields.Query("account", context => new AccountView(Account(context), tariffs));
        fields.Query("property", Property);
        fields.Query("accountIoEligibility", context => new EligibilityView(AtHome(context).IsEligible));
        fields.Query("eligibleDeviceTypes", context => AtHome(context).DeviceTypes);
    }

    private AccountUserView Viewer(IResolveFieldContext context)
    {
        var accounts = world.All().Where(account => Viewers.MaySee(context, account.Number)).ToList();
        var views = accounts.Select(account => new AccountView(account, tariffs)).ToList();
        if (RequestContext.Of(context).Viewer!.Account is null)
        {
            return new("1", "U-00000001", "Demo", "Organisation", "Demo Organisation", "Demo", "demo@example.com", views);
        }

        var own = accounts[0];
        return new(
            new PropertyView(own, own.Homes[0], tariffs).Id, $"U-{own.Number[2..]}", own.GivenName, own.FamilyName, own.FullName,
            own.GivenName, own.Email, views);
    }

    private PropertyView? Property(IResolveFieldContext context)
    {
        var id = context.GetArgument<string>("id");
        return world.All().Where(account => Viewers.MaySee(context, account.Number))
            .SelectMany(account => account.Homes.Select(home => new PropertyView(account, home, tariffs)))
            .FirstOrDefault(home => home.Id == id) ?? throw KrakenError.Of("KT-CT-1111");
    }

    private Account Account(IResolveFieldContext context) => world.Require(context, context.GetArgument<string>("accountNumber"));

    /// <exception cref="KrakenError">KT-CT-1111: the property is not the account's.</exception>
    private Account AtHome(IResolveFieldContext context)
    {
        var account = Account(context);
        return context.GetArgument<int?>("propertyId") is { } id && account.Homes.All(home => home.Id != id)
            ? throw KrakenError.Of("KT-CT-1111")
            : account;
    }
}
