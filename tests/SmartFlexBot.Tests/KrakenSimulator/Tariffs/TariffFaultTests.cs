using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace SmartFlexBot.Tests.KrakenSimulator.Tariffs;

public sealed class TariffFaultTests
{
    private const string Anna = "A-7E51A001";
    private const string AnnasMeter = "2000000001001";
    private const string Rest = "/simulator/v1/products/SMART-EV-26-10-01/";

    [Fact]
    public async Task Every_tariff_operation_can_be_made_to_fail()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var anna = new EnrolmentDriver(host, Anna, AnnasMeter);
        await host.SteerAsync(HttpMethod.Put, "faults", new object[]
        {
            new { operation = "startOnboardingProcess", account = Anna, kind = "error", code = "KT-CT-7899" },
            new { operation = "acceptTermsAndConditions", account = Anna, kind = "error", code = "KT-CT-1199" },
            new { operation = "assumedTariffQuote", account = Anna, kind = "error", code = "KT-CT-7899" },
            new { operation = "initiateProductSwitch", account = Anna, kind = "error", code = "KT-CT-4719" },
        });
        (await anna.StartRefusedAsync()).ShouldBe("KT-CT-7899");
        await anna.StartAsync();
        (await anna.AcceptRefusedAsync()).ShouldBe("KT-CT-1199");
        await anna.AcceptAsync();
        (await host.RefusedAsync(QuoteTests.Asked(1001, "SMART-EV-DE"))).ShouldBe("KT-CT-7899");
        (await host.RefusedAsync(QuoteTests.Switch("1", "2026-11-30"))).ShouldBe("KT-CT-4719");
        (await host.CountAsync("startOnboardingProcess", Anna)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_dropped_answer_has_begun_the_switch()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Put, "faults", new { operation = "startOnboardingProcess", kind = "dropAnswer" });
        var anna = new EnrolmentDriver(host, Anna, AnnasMeter);
        await Should.ThrowAsync<Exception>(() => anna.StartAsync());
        (await EnrolmentErrorTests.EnrolmentsAsync(host)).Count.ShouldBe(1);
        (await anna.StartRefusedAsync()).ShouldBe("KT-CT-4624");
    }

    [Theory]
    [InlineData("httpStatus", 503, "")]
    [InlineData("malformed", 200, """{"data":{""")]
    [InlineData("error", 400, """{"detail":"KT-CT-7899"}""")]
    public async Task The_public_REST_fails_as_asked_and_then_works(string kind, int status, string body)
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.SteerAsync(HttpMethod.Put, "faults", new { operation = "product", kind, status = 503, code = "KT-CT-7899" });
        using var answer = await host.Client.GetAsync(Rest, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(body);
        using var next = await host.Client.GetAsync(Rest, TestContext.Current.CancellationToken);
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_public_REST_can_lose_an_answer()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.SteerAsync(HttpMethod.Put, "faults", new { operation = "product", kind = "dropAnswer" });
        await Should.ThrowAsync<Exception>(() => host.Client.GetAsync(Rest, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_from_before_there_were_tariffs_gets_the_agreements()
    {
        var folder = Directory.CreateTempSubdirectory("simulator-").FullName;
        try
        {
            await using (await SimulatorHost.StartAsync(folder))
            {
                await using var connection =
                    new SqliteConnection($"Data Source={Path.Combine(folder, "data", "simulator.db")};Pooling=False");
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await using var command = connection.CreateCommand();
                command.CommandText =
                    "UPDATE documents SET body = json_set(json_remove(body, '$.agreements', '$.enrolments', '$.quotes', "
                    + "'$.lacksSmartMeter'), '$.nextTests', json_array('ERROR')) WHERE kind = 'account'";
                (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(21);
            }

            await using var host = await SimulatorHost.StartAsync(folder);
            await host.SignInAsync();
            (await QuoteTests.AgreementsAsync(host)).ShouldBe(["STANDARD-VAR-25-01-01"]);
            var anna = new EnrolmentDriver(host, Anna, AnnasMeter);
            await anna.StartAsync();
            await anna.AcceptAsync();
            (await anna.StandAsync()).ShouldBe("IN_PROGRESS INTELLIGENT_OCTOPUS_TEST_DISPATCH_COMPLETE");
            // And all else stays as it was.
            (await host.ShowAsync("faults")).GetProperty("nextTests").GetArrayLength().ShouldBe(21);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Enrolments_agreements_quotes_and_changed_products_outlive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("simulator-").FullName;
        try
        {
            var time = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
            string enrolment, quote;
            await using (var first = await SimulatorHost.StartAsync(folder, time))
            {
                await first.SignInAsync();
                await first.SteerAsync(
                    HttpMethod.Patch, "products/SMART-EV-26-10-01", new { waitsForTestCharge = false, standingCharge = 61.5 });
                var anna = new EnrolmentDriver(first, Anna, AnnasMeter);
                await anna.StartAsync();
                await anna.AcceptAsync();
                enrolment = anna.Id;
                quote = (await QuoteTests.QuoteAsync(first, "A-7E51A002", 1002)).Text("quote.quotedProductId")!;
            }

            await using var second = await SimulatorHost.StartAsync(folder, time);
            await second.SignInAsync();
            (await EnrolmentErrorTests.EnrolmentsAsync(second)).ShouldBe([enrolment]);
            await second.AdvanceAsync("PT15M");
            (await QuoteTests.AgreementsAsync(second, excludeFuture: true)).ShouldBe(["SMART-EV-26-10-01"]);
            (await second.ShowAsync("products/SMART-EV-26-10-01")).GetProperty("standingCharge").GetDecimal().ShouldBe(61.5m);
            await second.RunAsync(QuoteTests.Switch(quote, "2026-11-30", "A-7E51A002"));
            (await second.CountAsync("startOnboardingProcess", Anna)).ShouldBe((1, 0));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
