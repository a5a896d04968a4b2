using Microsoft.AspNetCore.WebUtilities;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Classic;

/// <summary>V1's AuthenticationInput: what came back from the maker's page.</summary>
internal static class Authentication
{
    /// <summary>
    /// The sign-in that the code and state belong to; null when they fit none that still works. They come as fields, or inside the whole
    /// final address.
    /// </summary>
    public static SignIn? Find(Account account, string provider, IDictionary<string, object?> authentication)
    {
        var (code, state) = (authentication.Text("authorizationCode"), authentication.Text("state"));
        if ((code is null || state is null) && Uri.TryCreate(authentication.Text("redirectUri"), UriKind.Absolute, out var address))
        {
            var query = QueryHelpers.ParseQuery(address.Query);
            code ??= query.GetValueOrDefault("code");
            state ??= query.GetValueOrDefault("state");
        }

        return account.SignIns.FirstOrDefault(signIn =>
            signIn.Provider == provider && signIn.State == state && signIn.Code is not null && signIn.Code == code && !signIn.IsUsed);
    }

    /// <summary>Whether a sign-in with this provider shows this car.</summary>
    public static bool IsBehind(GarageCar car, string provider) => Integrations.OfCar(car.Make).Providers.Contains(provider);
}
