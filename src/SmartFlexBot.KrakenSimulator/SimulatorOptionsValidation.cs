using Microsoft.Extensions.Options;

namespace SmartFlexBot.KrakenSimulator;

internal sealed class SimulatorOptionsValidation(IHostEnvironment environment) : IValidateOptions<SimulatorOptions>
{
    public ValidateOptionsResult Validate(string? name, SimulatorOptions options)
    {
        if (!options.IsEnabled(environment))
        {
            return ValidateOptionsResult.Skip;
        }

        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(SimulatorOptions options)
    {
        if (environment.IsProduction() && !options.AllowInProduction)
        {
            yield return "The Kraken simulator does not start in the environment Production. Set Simulator:Enabled to false, " +
                "or Simulator:AllowInProduction to true if this deployment is a demonstration.";
        }

        if (options.SignIn && !environment.IsDevelopment())
        {
            yield return "Simulator:SignIn asks nobody for a password. Leave it out outside Development, " +
                "and set Accounts:SignIn to your provider.";
        }

        if (string.IsNullOrWhiteSpace(options.Path))
        {
            yield return "Simulator:Path must name the SQLite file of the simulator.";
        }

        if (!double.IsFinite(options.Speed) || options.Speed is < 0 or > Clock.SimulatedClock.MaxSpeed)
        {
            yield return $"Simulator:Speed must be between 0 and {Clock.SimulatedClock.MaxSpeed} simulated seconds in a real one.";
        }

        foreach (var (setting, uri) in new[] { ("PublicUrl", options.PublicUrl), ("RedirectUri", options.RedirectUri) })
        {
            if (uri is not null && (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https")))
            {
                yield return $"Simulator:{setting} must be an absolute http or https address.";
            }
        }

        foreach (var (setting, duration) in Durations(options))
        {
            if (duration <= TimeSpan.Zero)
            {
                yield return $"Simulator:{setting} must be longer than zero.";
            }
        }
    }

    private static IEnumerable<(string Setting, TimeSpan Duration)> Durations(SimulatorOptions options) =>
    [
        (nameof(options.TestChargeDuration), options.TestChargeDuration),
        (nameof(options.RegistrationDuration), options.RegistrationDuration),
        (nameof(options.TransitionDuration), options.TransitionDuration),
        (nameof(options.GoLiveDuration), options.GoLiveDuration),
        (nameof(options.EnrolmentStageDuration), options.EnrolmentStageDuration),
        (nameof(options.MeterExchangeDuration), options.MeterExchangeDuration),
        (nameof(options.QuoteLifetime), options.QuoteLifetime),
        (nameof(options.TokenLifetime), options.TokenLifetime),
        (nameof(options.RefreshTokenLifetime), options.RefreshTokenLifetime),
        (nameof(options.SignInLifetime), options.SignInLifetime),
    ];
}
