using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class RestartTests
{
    private const string Anna = "A-7E51A001";

    [Fact]
    public async Task State_counts_tokens_faults_and_clock_outlive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("simulator-").FullName;
        try
        {
            var time = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
            string token, wizardId;
            await using (var first = await SimulatorHost.StartAsync(folder, time))
            {
                await first.SignInAsync();
                var wizard = new WizardDriver(first, Anna, 1001);
                await wizard.ChooseAsync("Tesla", "Model 3");
                await wizard.SignInAsync();
                await first.AdvanceAsync("PT1H");
                await first.SteerAsync(HttpMethod.Post, "clock", new { speed = 10 });
                await first.CarAsync(Anna, new { stateOfCharge = 42 });
                await first.SteerAsync(HttpMethod.Put, "faults", new { operation = "viewer", kind = "error", code = "KT-CT-7899" });
                (token, wizardId) = (first.Token!, wizard.Id);
            }

            time.Advance(TimeSpan.FromSeconds(6));
            await using var second = await SimulatorHost.StartAsync(folder, time);
            second.Token = token;
            (await second.RefusedAsync("{ viewer { id } }")).ShouldBe("KT-CT-7899");
            var resumed = new WizardDriver(second, Anna, 1001);
            (await resumed.ResumeAsync()).ShouldBeTrue();
            resumed.Id.ShouldBe(wizardId);
            resumed.Type.ShouldBe("TeslaSetupVirtualKey");
            (await second.CountAsync("selectFromListForSmartFlexOnboarding", Anna)).Count.ShouldBe(4);
            (await second.ShowAsync($"accounts/{Anna}/car")).GetProperty("stateOfCharge").GetDecimal().ShouldBe(42);
            var clock = await second.ShowAsync("clock");
            clock.GetProperty("speed").GetDouble().ShouldBe(10);
            clock.GetProperty("now").GetDateTimeOffset().ShouldBe(new(2026, 11, 23, 9, 1, 0, TimeSpan.Zero));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_time_alone_did_is_the_same_however_often_it_is_read()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.CarAsync(Anna, new { virtualKey = true });
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.ChooseAsync("Tesla", "Model 3");
        await wizard.SignInAsync();
        await host.AdvanceAsync("PT5M");
        var first = await DeviceAsync(host);
        // A change of the world stores what was only worked out before.
        await host.CarAsync(Anna, new { stateOfCharge = 56 });
        (await DeviceAsync(host)).ShouldBe(first);
        await host.AdvanceAsync("PT2M20S");
        (await wizard.ReadAsync()).ShouldBeNull();
    }

    private static async Task<string> DeviceAsync(SimulatorHost host) =>
        (await host.RunAsync(
            $$"""{ devices(accountNumber: "{{Anna}}") { id status { current } onboardingWizard { currentStep { id } } } }"""))
        .At("devices").GetRawText();
}
