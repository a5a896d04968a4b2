using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Devices;

namespace SmartFlexBot.KrakenSimulator.Control;

/// <summary>
/// What customers do in the app of a provider without a sign-in page: the device is there, and no call of ours has made it.
/// </summary>
internal static class ProviderAppEndpoint
{
    public static void MapProviderApp(this IEndpointRouteBuilder control) =>
        control.MapPost("/accounts/{number}/devices", async (string number, HttpContext http, World world, ProductCatalogue catalogue) =>
        {
            var account = world.Find(number) ?? throw BadControlException.NoAccount(number);
            var wanted = await ControlRequest.ReadAsync(http, ControlJson.Default.DeviceConnected);
            var product = catalogue.Cars.Concat(catalogue.ChargePoints)
                .FirstOrDefault(product => product.Make == wanted.Make && product.Model == wanted.Model)
                ?? throw BadControlException.Bad("Send {\"make\":\"Dacia\",\"model\":\"Spring\"}: a product of the catalogue.");
            var target = new DeviceTarget(
                product.IsChargePoint ? DeviceForm.ChargePoint : DeviceForm.Vehicle, product.Provider, product.Make, product.Model,
                product.BatterySize, product.PowerInKw, product.IsIntegrationLive);
            world.Change(number, null, (changed, now) => changed.With(Registration.Of(
                Guid.NewGuid().ToString(), account.Homes[0].Id, "ELECTRIC_VEHICLES", target, car: null, now)));
            return Results.NoContent();
        });
}
