using GraphQL;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Devices;
using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Wizard;

namespace SmartFlexBot.KrakenSimulator.Classic;

/// <summary>Reading devices, and what can be done with one that is there.</summary>
internal sealed class DeviceResolvers(World world, WizardViews wizards, IOptions<SimulatorOptions> options) : IResolvers
{
    public void AddTo(RootFields fields)
    {
        fields.Query("devices", Devices);
        fields.Mutation("updateDeviceSmartControl", UpdateSmartControl);
        fields.Mutation("deauthenticateFlexDevice", Deauthenticate);
    }

    private List<DeviceView> Devices(IResolveFieldContext context)
    {
        var account = world.Require(context, context.GetArgument<string>("accountNumber"));
        var now = world.Now;
        var propertyId = context.GetArgument<string?>("propertyId");
        var deviceId = context.GetArgument<string?>("deviceId");
        var integrationId = context.GetArgument<string?>("integrationDeviceId");
        return [.. account.Devices
            .Where(device => device.RegisteredAt <= now)
            .Where(device => deviceId is null || device.Id == deviceId)
            .Where(device => integrationId is null || device.IntegrationDeviceId == integrationId)
            .Select(device => View(context, account, device, now))
            .Where(view => propertyId is null || view.PropertyId == propertyId)];
    }

    private DeviceView UpdateSmartControl(IResolveFieldContext context)
    {
        var suspend = context.Input().Text("action") == "SUSPEND";
        var (account, device, now) = Change(context, "KT-CT-4313", (device, status) =>
        {
            if (suspend == device.IsSuspended || !status.IsLive)
            {
                throw KrakenError.Of(suspend ? "KT-CT-4358" : "KT-CT-4359");
            }

            return device with { IsSuspended = suspend };
        });
        return View(context, account, device, now);
    }

    private DeauthenticatedView Deauthenticate(IResolveFieldContext context)
    {
        var (account, device, now) = Change(context, "KT-CT-4350", (device, _) =>
            device.IsRetired ? throw KrakenError.Of("KT-CT-4350") : device with { IsRetired = true });
        return new(new(account, device, Status(account, device, now), now));
    }

    private (Account Account, Device Device, DateTimeOffset Now) Change(
        IResolveFieldContext context, string unknownCode, Func<Device, DeviceStatus, Device> change)
    {
        var id = context.Input().Text("deviceId") ?? "";
        if (world.OwnerOf(id) is not { } owner || !Viewers.MaySee(context, owner))
        {
            throw KrakenError.Of(unknownCode);
        }

        var at = default(DateTimeOffset);
        var account = world.Change(owner, context.FieldDefinition.Name, (account, now) =>
        {
            at = now;
            var device = account.Devices.FirstOrDefault(device => device.Id == id) ?? throw KrakenError.Of(unknownCode);
            return account.With(change(device, Status(account, device, now)));
        });
        return (account, account.Devices.Single(device => device.Id == id), at);
    }

    private DeviceView View(IResolveFieldContext context, Account account, Device device, DateTimeOffset now) =>
        new(account, device, Status(account, device, now), now, () =>
            account.Wizards.FirstOrDefault(wizard => wizard.IsResumable && wizard.DeviceId == device.Id) is { } wizard
                ? wizards.Of(context, account, wizard)
                : null);

    private DeviceStatus Status(Account account, Device device, DateTimeOffset now) =>
        DeviceStatus.Of(device, account.Car, now, options.Value.GoLiveDuration);
}

internal sealed record DeauthenticatedView(KrakenFlexDeviceView KrakenflexDevice);
