namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

public sealed class EnrolmentStoryTests
{
    private const string Anna = "A-7E51A001";
    private const string AnnasMeter = "2000000001001";

    [Fact]
    public async Task A_switch_waits_for_the_terms_then_for_the_test_charge_and_then_completes()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var enrolment = new EnrolmentDriver(host, Anna, AnnasMeter);
        await enrolment.StartAsync();
        await host.AdvanceAsync("P2D");
        (await enrolment.StandAsync()).ShouldBe("NOT_STARTED TERMS_ACCEPTED");
        (await enrolment.AcceptAsync()).ShouldBe("1.3");
        await host.AdvanceAsync("P2D");
        (await enrolment.StandAsync()).ShouldBe("IN_PROGRESS INTELLIGENT_OCTOPUS_TEST_DISPATCH_COMPLETE");
        (await enrolment.PresentAsync()).ShouldBe("STANDARD-VAR-25-01-01");

        await GoLiveAsync(host);
        (await enrolment.StandAsync()).ShouldBe("IN_PROGRESS AGREEMENTS_UPDATED");
        await host.AdvanceAsync("PT15M");
        (await enrolment.StandAsync()).ShouldBe("IN_PROGRESS TARIFF_CHANGED_ON_METER");
        (await enrolment.PresentAsync()).ShouldBe("SMART-EV-26-10-01");
        await host.AdvanceAsync("PT30M");
        (await enrolment.StandAsync()).ShouldBe("COMPLETED");
        (await host.CountAsync("startOnboardingProcess", Anna)).ShouldBe((1, 0));
        (await host.CountAsync("acceptTermsAndConditions", Anna)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_meter_point_shows_the_switch_and_its_agreements()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var enrolment = new EnrolmentDriver(host, Anna, AnnasMeter);
        var before = await enrolment.MeterPointAsync();
        const string meter = "account.properties.0.electricityMeterPoints.0";
        before.Text($"{meter}.mpan").ShouldBe(AnnasMeter);
        before.Text($"{meter}.smartTariffOnboarding").ShouldBeNull();
        before.Text($"{meter}.present.0.id").ShouldBe("100101");
        before.Text($"{meter}.present.0.tariff.tariffCode").ShouldBe("E-1R-STANDARD-VAR-25-01-01-A");
        before.At($"{meter}.present.0.tariff.standingCharge").GetDecimal().ShouldBe(53.80m);

        await enrolment.StartAsync();
        var started = await enrolment.MeterPointAsync();
        started.Text($"{meter}.smartTariffOnboarding.latestStatus").ShouldBe("STARTED");
        started.Text($"{meter}.smartTariffOnboarding.latestTermsStatus").ShouldBe("TERMS_ACCEPTANCE_REQUIRED");
        await enrolment.AcceptAsync();
        await GoLiveAsync(host);
        await host.AdvanceAsync("PT1H");
        var done = await enrolment.MeterPointAsync();
        done.Text($"{meter}.smartTariffOnboarding.latestStatus").ShouldBe("COMPLETED");
        done.Text($"{meter}.smartTariffOnboarding.latestTermsStatus").ShouldBe("TERMS_ACCEPTED");
        done.At($"{meter}.all").GetArrayLength().ShouldBe(2);
        done.Text($"{meter}.all.0.validTo").ShouldBe(done.Text($"{meter}.all.1.validFrom"));
        done.At($"{meter}.present").GetArrayLength().ShouldBe(1);
        done.At($"{meter}.present.0.validFrom").GetDateTimeOffset().ShouldBeLessThanOrEqualTo(host.Time.GetUtcNow());
        var agreements = await host.RunAsync($$"""
            { account(accountNumber: "{{Anna}}") {
              active: electricityAgreements(active: true) { tariff { productCode } } all: electricityAgreements { id } } }
            """);
        agreements.Text("account.active.0.tariff.productCode").ShouldBe("SMART-EV-26-10-01");
        agreements.At("account.all").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_wanted_day_comes_before_the_meter_changes()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Post, "clock", new { speed = 0 });
        var enrolment = new EnrolmentDriver(host, Anna, AnnasMeter);
        await enrolment.StartAsync(on: "2026-12-01");
        await enrolment.AcceptAsync();
        await GoLiveAsync(host);
        await host.AdvanceAsync("PT1H");
        (await enrolment.StandAsync()).ShouldBe("IN_PROGRESS TARIFF_CHANGED_ON_METER");
        var waiting = await enrolment.MeterPointAsync();
        waiting.At("account.properties.0.electricityMeterPoints.0.all.1.validFrom").GetDateTimeOffset()
            .ShouldBe(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        waiting.Text("account.properties.0.electricityMeterPoints.0.present.0.tariff.productCode").ShouldBe("STANDARD-VAR-25-01-01");
        await host.AdvanceAsync("P8D");
        (await enrolment.StandAsync()).ShouldBe("COMPLETED");
        (await enrolment.PresentAsync()).ShouldBe("SMART-EV-26-10-01");
    }

    internal static async Task GoLiveAsync(SimulatorHost host)
    {
        await host.CarAsync(Anna, new { virtualKey = true });
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.ChooseAsync("Tesla", "Model 3");
        await wizard.SignInAsync();
        await host.AdvanceAsync("PT8M");
    }
}
