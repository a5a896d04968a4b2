using GraphQL;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Wizard;

namespace SmartFlexBot.KrakenSimulator.Classic;

internal sealed record ProviderAuthDetailsView(string OauthUri);

internal sealed record VirtualKeyDetailsView(string VirtualKeyName, string VirtualKeyUri);

internal sealed record UserVehicleView(string VehicleId, VehicleInformationView Information);

/// <summary>V1: the maker's sign-in page, the key, and the cars found behind the sign-in.</summary>
internal sealed class SignInResolvers(World world, TimeProvider time, IOptions<SimulatorOptions> options) : IResolvers
{
    /// <summary>Simulated time in which userVehicles is still empty after a sign-in.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(10);

    public void AddTo(RootFields fields)
    {
        fields.Query("providerAuthDetails", AuthDetails);
        fields.Query("providerVirtualKeyDetails", VirtualKey);
        fields.Query("userVehicles", UserVehicles);
    }

    private ProviderAuthDetailsView AuthDetails(IResolveFieldContext context)
    {
        var provider = context.GetArgument<string>("provider");
        // Which providers need the account is not public; here all do.
        if (context.GetArgument<string?>("accountNumber") is not { } number || !Integrations.HasSignIn(provider))
        {
            throw KrakenError.Of("KT-CT-4314");
        }

        var account = world.Require(context, number);
        if (Pending(account, provider) is not { } pending)
        {
            account = world.Change(number, null, (account, _) => Pending(account, provider) is null
                ? account.With(SignIn.New(provider, time.GetUtcNow()))
                : account);
            pending = Pending(account, provider)!;
        }

        return new(Links.Authorize(RequestContext.Of(context).BaseUri, options.Value, pending.State).AbsoluteUri);
    }

    /// <summary>A link that was handed out before and still works is handed out again: this is a query, and clients repeat it.</summary>
    private SignIn? Pending(Account account, string provider)
    {
        var ofWizards = account.Wizards.Select(wizard => wizard.Current?.SignInState).ToHashSet();
        return account.SignIns.LastOrDefault(signIn => signIn.Provider == provider
            && signIn is { IsUsed: false, IsDenied: false }
            && !ofWizards.Contains(signIn.State)
            && !signIn.IsExpiredAt(time.GetUtcNow(), options.Value.SignInLifetime));
    }

    private static VirtualKeyDetailsView VirtualKey(IResolveFieldContext context)
    {
        if (context.GetArgument<string>("provider") is not ("TESLA" or "TESLA_V2"))
        {
            throw KrakenError.Of("KT-CT-4314");
        }

        return new(VirtualKeyView.KeyName, Links.TeslaKey(RequestContext.Of(context).BaseUri, null).AbsoluteUri);
    }

    private List<UserVehicleView> UserVehicles(IResolveFieldContext context)
    {
        var account = world.Require(context, context.GetArgument<string?>("accountNumber"));
        var provider = context.GetArgument<string?>("supportedProvider") ?? "ENODE";
        var authentication = context.GetArgument<IDictionary<string, object?>?>("authentication");
        var signIn = authentication is null
            ? account.SignIns.LastOrDefault(one => one.Provider == provider && one.Code is not null)
            : Authentication.Find(account, provider, authentication);
        if (signIn?.AllowedAt is not { } allowed)
        {
            throw KrakenError.Of("KT-CT-4314");
        }

        if (world.Now < allowed + Lag)
        {
            return [];
        }

        return [.. account.Garage.Where(car => Authentication.IsBehind(car, provider))
            .Select(car => new UserVehicleView(car.Id, VehicleInformationView.Of(car)))];
    }
}
