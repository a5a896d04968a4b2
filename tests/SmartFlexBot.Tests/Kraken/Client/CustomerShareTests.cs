using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Kraken.Client;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Tests.Kraken.Client;

/// <summary>One customer's turns cannot use up the points that the whole tenant has in an hour.</summary>
public sealed class CustomerShareTests
{
    /// <summary>A read costs 10 points: each customer may read five times in an hour.</summary>
    private static readonly (string, string?)[] FiveReads = [("PointsPerHour", "1000"), ("CustomerShare", "0.05"), ("ReadPoints", "10")];

    private readonly ScriptedKraken _kraken = new ScriptedKraken().On("ReadDevices", """{"data":{"devices":[]}}""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_used_up_their_share_reads_nothing_more_and_others_do()
    {
        var services = _kraken.Start(FiveReads);
        await WarmUpAsync(services);
        (await ReadAsync(services, "A-1", times: 7)).ShouldBe(5);

        (await ReadAsync(services, "A-1", times: 1)).ShouldBe(0);
        (await ReadAsync(services, "A-2", times: 5)).ShouldBe(5);
    }

    [Fact]
    public void The_share_fills_up_again_in_an_hour()
    {
        var share = _kraken.Start(FiveReads).GetRequiredService<CustomerShare>();
        Reads(share, tries: 7).ShouldBe(5);

        _kraken.Time.Advance(TimeSpan.FromMinutes(12) + TimeSpan.FromSeconds(1));
        Reads(share, tries: 3).ShouldBe(1);
        _kraken.Time.Advance(TimeSpan.FromHours(1));
        Reads(share, tries: 9).ShouldBe(5);
    }

    [Fact]
    public async Task What_happens_outside_turns_counts_against_nobody()
    {
        var services = _kraken.Start(FiveReads);

        for (var read = 0; read < 20; read++)
        {
            await services.GetRequiredService<IAccountDirectory>().ReadDevicesAsync("A-1", Stop);
        }

        (await ReadAsync(services, "A-1", times: 5)).ShouldBe(5);
    }

    [Fact]
    public void Customers_who_have_their_whole_share_again_are_forgotten()
    {
        var share = _kraken.Start(FiveReads).GetRequiredService<CustomerShare>();
        for (var customer = 0; customer < 900; customer++)
        {
            share.TryRead($"A-{customer}").ShouldBeTrue();
        }

        share.Remembered.ShouldBe(900);
        _kraken.Time.Advance(TimeSpan.FromHours(1));
        for (var read = 0; read < 200; read++)
        {
            share.TryRead("A-1");
        }

        share.Remembered.ShouldBe(1);
    }

    private static int Reads(CustomerShare share, int tries) => Enumerable.Range(0, tries).Count(_ => share.TryRead("A-1"));

    /// <summary>The tenant's types are read once, at the cost of whoever comes first.</summary>
    private static Task<IReadOnlyList<DeviceSnapshot>> WarmUpAsync(IServiceProvider services) =>
        services.GetRequiredService<IAccountDirectory>().ReadDevicesAsync("A-0", Stop);

    /// <returns>How many of the reads of a turn were answered.</returns>
    private static async Task<int> ReadAsync(IServiceProvider services, string customer, int times)
    {
        services.GetRequiredService<ReadBudget>().BeginTurn(customer);
        var answered = 0;
        for (var read = 0; read < times; read++)
        {
            try
            {
                await services.GetRequiredService<IAccountDirectory>().ReadDevicesAsync(customer, Stop);
                answered++;
            }
            catch (TenantUnavailableException)
            {
                // Refused by us: Kraken was not asked.
            }
        }

        return answered;
    }
}
