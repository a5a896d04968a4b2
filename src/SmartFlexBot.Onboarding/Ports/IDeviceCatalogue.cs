using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Onboarding.Ports;

/// <summary>
/// The makes and models that the tenant knows (electricVehicles and chargePointVariants, or flexSupportedDevices). Cached by the
/// implementation.
/// </summary>
public interface IDeviceCatalogue
{
    /// <exception cref="TenantUnavailableException">It was never read, and cannot be read now.</exception>
    Task<IReadOnlyList<CatalogueEntry>> ReadAsync(CancellationToken cancellationToken);
}
