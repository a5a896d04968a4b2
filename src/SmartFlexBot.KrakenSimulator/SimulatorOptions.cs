namespace SmartFlexBot.KrakenSimulator;

/// <summary>
/// The settings of the section <c>Simulator</c>. Durations are written as .NET configuration does, such as <c>00:07:00</c>.
/// </summary>
public sealed class SimulatorOptions
{
    /// <summary>Whether the routes below <c>/simulator</c> exist. Not set: on, unless the environment is Production.</summary>
    public bool? Enabled { get; set; }

    /// <summary>The SQLite file, relative to the content root.</summary>
    public string Path { get; set; } = "data/simulator.db";

    /// <summary>Simulated seconds in a real one. Cars, registrations and test charges follow it; tokens and sign-in links do not.</summary>
    public double Speed { get; set; } = 60;

    /// <summary>Base address of the links that are handed out. Not set: the address of the request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Where the maker's page sends the browser. Not set: <c>{PublicUrl}/auth/return</c>.</summary>
    public Uri? RedirectUri { get; set; }

    /// <summary>Send the browser to a page of the tenant instead, whose address the customer then pastes.</summary>
    public bool TenantReturnPage { get; set; }

    /// <summary>How a test charge of a wizard begins: it is not documented since startTestCharge lost its future.</summary>
    public TestChargeStart TestChargeStart { get; set; } = TestChargeStart.Automatic;

    /// <summary>Simulated time from the start of a test charge to its end; the guide says about 7 minutes.</summary>
    public TimeSpan TestChargeDuration { get; set; } = TimeSpan.FromMinutes(7);

    /// <summary>Simulated time that a wizard's registration step takes.</summary>
    public TimeSpan RegistrationDuration { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Simulated time that an aggregator takes before a registration can begin (WaitForTransition).</summary>
    public TimeSpan TransitionDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Simulated time from the end of a test charge to LIVE (PENDING_LIVE, SETUP_COMPLETE).</summary>
    public TimeSpan GoLiveDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Simulated time between two events of a tariff switch that wait for nobody.</summary>
    public TimeSpan EnrolmentStageDuration { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Simulated time until a smart meter is installed, and again until its readings arrive.</summary>
    public TimeSpan MeterExchangeDuration { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Real time that a quote is valid.</summary>
    public TimeSpan QuoteLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Real life of a token; 60 minutes in GB.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>Real life of a refresh token; 7 days in GB.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Real time that a sign-in link works.</summary>
    public TimeSpan SignInLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Stand for the customers' OpenID Connect provider: who is there signs in as the demo customer of their choice.</summary>
    public bool SignIn { get; set; }

    /// <summary>A simulator answers as if it were the tenant: Production needs this said by name. It cannot be steered there.</summary>
    public bool AllowInProduction { get; set; }

    internal bool IsEnabled(IHostEnvironment environment) => Enabled ?? !environment.IsProduction();
}

/// <summary>Ways in which a wizard's test charge begins.</summary>
public enum TestChargeStart
{
    /// <summary>By itself, as soon as the car is ready.</summary>
    Automatic,

    /// <summary>With the mutation triggerTestCharge alone.</summary>
    TriggerTestCharge,

    /// <summary>With the wizard's old mutation startTestChargeForSmartFlexOnboarding (or triggerTestCharge).</summary>
    StartTestCharge,
}
