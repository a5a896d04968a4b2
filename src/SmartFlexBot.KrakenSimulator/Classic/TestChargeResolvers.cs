using GraphQL;
using Microsoft.Extensions.Options;
using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Devices;
using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Classic;

internal sealed record PerformTestChargeView(KrakenFlexDeviceView KrakenflexDevice);

/// <summary>triggerTestCharge: of V1, and not deprecated.</summary>
internal sealed class TestChargeResolvers(World world, IOptions<SimulatorOptions> options) : IResolvers
{
    public void AddTo(RootFields fields) => fields.Mutation("triggerTestCharge", Trigger);

    private PerformTestChargeView Trigger(IResolveFieldContext context)
    {
        var number = world.Require(context, context.Input().Text("accountNumber")).Number;
        var at = default(DateTimeOffset);
        var account = world.Change(number, context.FieldDefinition.Name, (account, now) =>
        {
            at = now;
            return Trigger(account, now);
        });
        var device = Newest(account)!;
        return new(new(account, device, Status(account, device, at), at));
    }

    private Account Trigger(Account account, DateTimeOffset now)
    {
        var device = Newest(account) ?? throw KrakenError.Of("KT-CT-4301");
        if (now < device.RegisteredAt || !device.NeedsTest)
        {
            throw KrakenError.Of("KT-CT-4362");
        }

        var reasons = TestChargeRules.Refusals(device, account.Car, Status(account, device, now), now);
        if (reasons.Count > 0)
        {
            throw KrakenError.Of("KT-CT-4355", [.. reasons.Select(reason => $"TC_{reason}")]);
        }

        return TestChargeRules.Start(account, device, now, options.Value.TestChargeDuration);
    }

    private static Device? Newest(Account account) =>
        account.Devices.Where(device => !device.IsRetired).MaxBy(device => device.RegisteredAt);

    private DeviceStatus Status(Account account, Device device, DateTimeOffset now) =>
        DeviceStatus.Of(device, account.Car, now, options.Value.GoLiveDuration);
}
