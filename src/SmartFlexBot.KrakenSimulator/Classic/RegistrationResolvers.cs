using GraphQL;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Catalogue;
using SmartFlexBot.KrakenSimulator.Devices;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Classic;

internal sealed record DeviceRegistrationView(IReadOnlyList<string> RegisteredDeviceIds);

/// <summary>V1: deviceRegistration.</summary>
internal sealed class RegistrationResolvers(World world, ProductCatalogue catalogue, IOptions<SimulatorOptions> options) : IResolvers
{
    public void AddTo(RootFields fields) => fields.Mutation("deviceRegistration", Register);

    private DeviceRegistrationView Register(IResolveFieldContext context)
    {
        var input = context.Input();
        var number = world.Require(context, input.Text("accountNumber")).Number;
        var id = Guid.NewGuid().ToString();
        world.Change(number, context.FieldDefinition.Name, (account, now) => Register(account, input, id, now));
        return new([id]);
    }

    private Account Register(Account account, IDictionary<string, object?> input, string id, DateTimeOffset now)
    {
        var propertyId = (int)input["propertyId"]!;
        var provider = input.Text("provider")!;
        if (account.Homes.All(home => home.Id != propertyId) || !account.IsEligible)
        {
            throw KrakenError.Of("KT-CT-4321");
        }

        if (account.Devices.Any(device => DeviceStatus.Of(device, account.Car, now, options.Value.GoLiveDuration).IsUnfinished))
        {
            throw KrakenError.Of("KT-CT-4324");
        }

        if (input.GetValue("authentication") is not IDictionary<string, object?> authentication)
        {
            throw KrakenError.Of("KT-CT-4321");
        }

        var signIn = Authentication.Find(account, provider, authentication) ?? throw KrakenError.Of("KT-CT-4312");

        var details = input.GetValue("deviceDetails") as IDictionary<string, object?>;
        var product = catalogue.Find(details?.Text("deviceVariantId"));
        var companion = catalogue.Find(details?.Text("auxDeviceVariantId"));
        if (product is not null && (!product.Providers.Contains(provider) || !product.IsIntegrationLive))
        {
            throw KrakenError.Of("KT-CT-4312");
        }

        var car = product?.IsChargePoint == true ? null : Car(account, provider, product, authentication.Text("providerDeviceId"));
        var device = Registration.Of(id, propertyId, input.Text("deviceType")!, Target(provider, product, companion, car), car, now);
        return account.With(signIn with { IsUsed = true }).With(device);
    }

    /// <summary>The car behind the sign-in; null when the story has none and the product says enough.</summary>
    /// <exception cref="KrakenError">
    /// KT-CT-4363: none. KT-CT-4364: several, and none was named. KT-CT-4321: the named one is not there.
    /// </exception>
    private static GarageCar? Car(Account account, string provider, Product? product, string? providerDeviceId)
    {
        var cars = account.Garage
            .Where(car => product is null ? Authentication.IsBehind(car, provider) : car.Make == product.Make)
            .ToList();
        if (providerDeviceId is not null)
        {
            return cars.FirstOrDefault(car => car.Id == providerDeviceId) ?? throw KrakenError.Of("KT-CT-4321");
        }

        return cars.Count switch
        {
            0 => product is null ? throw KrakenError.Of("KT-CT-4363") : null,
            1 => cars[0],
            _ => throw KrakenError.Of("KT-CT-4364"),
        };
    }

    private static DeviceTarget Target(string provider, Product? product, Product? companion, GarageCar? car) => product switch
    {
        { IsChargePoint: true } =>
            new(DeviceForm.ChargePoint, provider, product.Make, product.Model, companion?.BatterySize, product.PowerInKw, true),
        { } => new(DeviceForm.Vehicle, provider, product.Make, product.Model, product.BatterySize, companion?.PowerInKw, true),
        null => new(DeviceForm.Vehicle, provider, car!.Make, car.Model, null, companion?.PowerInKw, true),
    };
}
