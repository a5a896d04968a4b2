namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

public sealed class EnrolmentErrorTests
{
    private const string Anna = "A-7E51A001";
    private const string AnnasMeter = "2000000001001";

    [Fact]
    public async Task A_bad_start_is_refused_by_code_and_begins_nothing()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var enrolment = new EnrolmentDriver(host, Anna, AnnasMeter);
        (await enrolment.StartRefusedAsync(version: "1.2")).ShouldBe("KT-CT-4626");
        (await enrolment.StartRefusedAsync(product: "NOTHING")).ShouldBe("KT-CT-4626");
        (await enrolment.StartRefusedAsync(on: "2026-11-22")).ShouldBe("KT-CT-1507");
        (await enrolment.StartRefusedAsync(on: "tomorrow")).ShouldBe("KT-CT-4321");
        (await enrolment.StartRefusedAsync(accepted: false)).ShouldBe("KT-CT-4321");
        (await enrolment.StartRefusedAsync(otherMpan: "2000000001002")).ShouldBe("KT-CT-4321");
        (await enrolment.StartRefusedAsync(product: "STANDARD-VAR-25-01-01", version: "2.0")).ShouldBe("KT-CT-4619");
        (await new EnrolmentDriver(host, "A-00000000", AnnasMeter).StartRefusedAsync()).ShouldBe("KT-CT-1111");
        (await EnrolmentsAsync(host)).ShouldBeEmpty();
        (await host.CountAsync("startOnboardingProcess", Anna)).ShouldBe((0, 7));
    }

    [Fact]
    public async Task Today_is_the_day_of_the_market_on_the_calendar_however_far_the_clock_ran()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.AdvanceAsync("P90D");
        await new EnrolmentDriver(host, Anna, AnnasMeter).StartAsync(on: "2026-11-23");
    }

    [Theory]
    [InlineData("SMART-EV-26-10-01", "1.3")]
    [InlineData("SMART-CHARGER-26-10-01", "1.3")]
    public async Task A_second_start_is_refused_while_one_runs(string product, string version)
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var enrolment = new EnrolmentDriver(host, Anna, AnnasMeter);
        await enrolment.StartAsync();
        (await enrolment.StartRefusedAsync(product, version)).ShouldBe("KT-CT-4624");
        await enrolment.AcceptAsync();
        (await enrolment.StartRefusedAsync(product, version)).ShouldBe("KT-CT-4624");
        (await EnrolmentsAsync(host)).ShouldBe([enrolment.Id]);
    }

    [Fact]
    public async Task Of_many_starts_at_once_one_takes_effect()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        const string start = """
            mutation {
              startOnboardingProcess(input: { accountNumber: "A-7E51A001", mpan: "2000000001001", productCode: "SMART-EV-26-10-01" }) {
                productEnrolment { id } } }
            """;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.SendAsync(start))));
        answers.Count(answer => answer.Errors.Count == 0).ShouldBe(1);
        answers.Where(answer => answer.Errors.Count > 0).ShouldAllBe(answer => answer.Code == "KT-CT-4624");
        (await EnrolmentsAsync(host)).Count.ShouldBe(1);
        (await host.CountAsync("startOnboardingProcess", Anna)).ShouldBe((1, 7));
    }

    [Fact]
    public async Task Only_the_terms_in_force_can_be_accepted_and_twice_is_once()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var enrolment = new EnrolmentDriver(host, Anna, AnnasMeter);
        await enrolment.StartAsync();
        (await enrolment.AcceptRefusedAsync(minor: 2)).ShouldBe("KT-CT-4626");
        (await enrolment.AcceptRefusedAsync(id: "nothing")).ShouldBe("KT-CT-4321");
        (await enrolment.AcceptAsync()).ShouldBe("1.3");
        (await enrolment.AcceptAsync()).ShouldBe("1.3");
        (await enrolment.StandAsync()).ShouldBe("IN_PROGRESS INTELLIGENT_OCTOPUS_TEST_DISPATCH_COMPLETE");
        (await enrolment.AcceptRefusedAsync(minor: 4)).ShouldBe("KT-CT-4626");
    }

    [Fact]
    public async Task An_unknown_enrolment_is_not_shown_and_another_customers_neither()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var enrolment = new EnrolmentDriver(host, Anna, AnnasMeter);
        await enrolment.StartAsync();
        (await host.RefusedAsync($$"""{ productEnrolment(accountNumber: "{{Anna}}", enrolmentId: "nothing") { id } }"""))
            .ShouldBe("KT-CT-4321");
        (await host.RefusedAsync($$"""{ productEnrolment(accountNumber: "A-7E51A002", enrolmentId: "{{enrolment.Id}}") { id } }"""))
            .ShouldBe("KT-CT-4321");
        await host.SignInAsync("""preSignedKey: "sim-customer-A-7E51A002" """);
        (await host.RefusedAsync($$"""{ productEnrolments(accountNumber: "{{Anna}}") { id } }""")).ShouldBe("KT-CT-1111");
        (await host.RefusedAsync("{ availableProductSwitchDates(agreementId: 100101) }")).ShouldBe("KT-CT-1501");
    }

    internal static async Task<IReadOnlyList<string?>> EnrolmentsAsync(SimulatorHost host, string account = Anna) =>
        (await host.RunAsync(
            "query($a: String!) { productEnrolments(accountNumber: $a) { "
            + "id account { number } electricityMeterPoint { mpan } product { code } } }", new { a = account }))
        .Texts("productEnrolments", "id");
}
