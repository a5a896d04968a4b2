using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Kraken.Tariffs;

/// <summary>Where smart charging goes with any tariff: nothing is offered and nothing switched.</summary>
internal sealed class NoTariffJourney(TimeProvider time) : ITariffJourney
{
    public Task<TariffReading> ReadOfferAsync(TariffScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(new TariffReading(Now: null, Offered: null, IsOnOffered: false, time.GetUtcNow()));

    public Task<TariffSwitch?> FindSwitchAsync(TariffScope scope, string productCode, CancellationToken cancellationToken) =>
        Task.FromResult<TariffSwitch?>(null);

    public Task<TariffResult> BeginAsync(TariffScope scope, AgreedTariff agreed, CancellationToken cancellationToken) =>
        Task.FromResult<TariffResult>(TariffProblems.Of(TariffProblemKind.NotOffered));

    public Task<TariffResult> AcceptTermsAsync(
        TariffScope scope, string switchId, string termsVersion, CancellationToken cancellationToken) =>
        Task.FromResult<TariffResult>(TariffProblems.Of(TariffProblemKind.NotOffered));
}
