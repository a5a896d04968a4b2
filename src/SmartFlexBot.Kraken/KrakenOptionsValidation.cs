using Microsoft.Extensions.Options;
using SmartFlexBot.Kraken.Catalogue;

namespace SmartFlexBot.Kraken;

/// <summary>Stops the start with one sentence for each setting that is missing or wrong.</summary>
internal sealed class KrakenOptionsValidation : IValidateOptions<KrakenOptions>
{
    public ValidateOptionsResult Validate(string? name, KrakenOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(KrakenOptions options)
    {
        if (!IsAllowedAddress(options.Endpoint))
        {
            yield return "Set Kraken:Endpoint to the tenant's GraphQL address: https, or http on this machine.";
        }

        if (string.IsNullOrWhiteSpace(options.OrganizationSecretKey) == string.IsNullOrWhiteSpace(options.ApiKey))
        {
            yield return "Set either Kraken:OrganizationSecretKey or Kraken:ApiKey, and not both.";
        }

        if (options.OnboardingApi is not { } api || !Enum.IsDefined(api))
        {
            yield return "Set Kraken:OnboardingApi to Classic or Wizard.";
        }

        if (!Enum.IsDefined(options.TestChargeStart))
        {
            yield return "Set Kraken:TestChargeStart to Automatic, TriggerTestCharge or StartTestCharge.";
        }

        if (!Enum.IsDefined(options.ClientType))
        {
            yield return "Set Kraken:ClientType to APP or WEB.";
        }

        if (!Enum.IsDefined(options.Authorization))
        {
            yield return "Set Kraken:Authorization to Bare or Jwt.";
        }

        if (options.RedirectUri is not null && !IsAllowedAddress(options.RedirectUri))
        {
            yield return "Set Kraken:RedirectUri to our public /auth/return (https, or http on this machine), or leave it out.";
        }

        foreach (var (setting, value) in Positive(options))
        {
            if (value <= TimeSpan.Zero)
            {
                yield return $"Set Kraken:{setting} to a time longer than nothing, such as 00:00:08.";
            }
        }

        foreach (var (make, provider) in options.ChargePointProviders)
        {
            if (!Providers.IsKnown(provider))
            {
                yield return $"Set Kraken:ChargePointProviders:{make} to one of Kraken's ProviderChoices, such as MYENERGI.";
            }
        }

        if (options.ReadRetries is < 0 or > 10)
        {
            yield return "Set Kraken:ReadRetries to a number from 0 to 10.";
        }

        if (options.RetryDelay < TimeSpan.Zero)
        {
            yield return "Set Kraken:RetryDelay to 0 or more.";
        }

        if (options.TokenRenewalMargin < TimeSpan.Zero)
        {
            yield return "Set Kraken:TokenRenewalMargin to 0 or more.";
        }

        if (options.CustomerShare is not (> 0 and <= 1))
        {
            yield return "Set Kraken:CustomerShare to a part of the points, above 0 and up to 1; 0.05 is usual.";
        }

        if (options.ReadPoints < 1 || options.PointsPerHour * options.CustomerShare < options.ReadPoints)
        {
            yield return "Set Kraken:ReadPoints to 1 or more, and Kraken:PointsPerHour so that Kraken:CustomerShare of it pays for a read.";
        }

        if (options.WatchComplexity < 1 || options.ComplexityLimit < options.WatchComplexity)
        {
            yield return "Set Kraken:WatchComplexity to 1 or more, and Kraken:ComplexityLimit to no less than that.";
        }
    }

    private static (string Setting, TimeSpan Value)[] Positive(KrakenOptions options) =>
    [
        (nameof(options.Timeout), options.Timeout),
        (nameof(options.MutationTimeout), options.MutationTimeout),
        (nameof(options.SignInAddressLifetime), options.SignInAddressLifetime),
        (nameof(options.CatalogueCacheDuration), options.CatalogueCacheDuration),
        (nameof(options.SchemaCacheDuration), options.SchemaCacheDuration),
    ];

    private static bool IsAllowedAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
