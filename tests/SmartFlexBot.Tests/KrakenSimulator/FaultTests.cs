using System.Net;
using System.Net.Http.Json;

namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class FaultTests
{
    private const string Anna = "A-7E51A001";
    private const string Start =
        """mutation { startSmartFlexOnboarding(input: { accountNumber: "A-7E51A001", propertyId: 1001 }) { wizard { id } } }""";

    [Fact]
    public async Task An_error_strikes_as_often_as_asked_and_does_not_act()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Put, "faults",
            new { operation = "startSmartFlexOnboarding", account = Anna, kind = "error", code = "KT-CT-4376", times = 2 });
        (await host.RefusedAsync(Start)).ShouldBe("KT-CT-4376");
        (await host.RefusedAsync(Start)).ShouldBe("KT-CT-4376");
        await host.RunAsync(Start);
        (await host.CountAsync("startSmartFlexOnboarding", Anna)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_fault_of_another_account_or_operation_does_not_strike()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Put, "faults", new object[]
        {
            new { operation = "*", account = "A-7E51A002", kind = "error", code = "KT-CT-7899", times = 0 },
            new { operation = "devices", kind = "error", code = "KT-CT-7899", times = 0 },
        });
        await host.RunAsync(Start);
        (await host.RefusedAsync("""{ devices(accountNumber: "A-7E51A001") { id } }""")).ShouldBe("KT-CT-7899");
        await host.SteerAsync(HttpMethod.Delete, "faults");
        await host.RunAsync("""{ devices(accountNumber: "A-7E51A001") { id } }""");
    }

    [Theory]
    [InlineData("httpStatus", 503)]
    [InlineData("malformed", 200)]
    public async Task A_broken_answer_means_that_nothing_was_done(string kind, int status)
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Put, "faults", kind == "httpStatus"
            ? new { operation = "*", kind, status }
            : (object)new { operation = "*", kind });
        using var answer = await PostAsync(host);
        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(kind == "malformed"
            ? """{"data":{"""
            : "");
        (await host.CountAsync("startSmartFlexOnboarding", Anna)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_dropped_answer_was_acted_upon()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Put, "faults", new { operation = "startSmartFlexOnboarding", kind = "dropAnswer" });
        await Should.ThrowAsync<Exception>(() => PostAsync(host));
        (await host.CountAsync("startSmartFlexOnboarding", Anna)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_late_answer_comes_after_its_delay()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Put, "faults", new { operation = "startSmartFlexOnboarding", kind = "late", delay = "PT10S" });
        var pending = PostAsync(host);
        while ((await host.CountAsync("startSmartFlexOnboarding", Anna)).Count == 0)
        {
            await Task.Yield();
        }

        pending.IsCompleted.ShouldBeFalse();
        // The delay may be armed a moment after the count is seen.
        while (!pending.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        using var answer = await pending;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_next_test_fails_as_asked()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Put, "faults", new { nextTest = "SOC_LIMIT_REACHED", account = Anna });
        (await host.ShowAsync("faults")).GetProperty("nextTests").EnumerateArray()
            .Select(test => $"{test.GetProperty("account")} {test.GetProperty("reason")}").ShouldContain($"{Anna} SOC_LIMIT_REACHED");
        await host.CarAsync(Anna, new { virtualKey = true });
        var wizard = new WizardDriver(host, Anna, 1001);
        await wizard.ChooseAsync("Tesla", "Model 3");
        await wizard.SignInAsync();
        await host.AdvanceAsync("PT10M");
        (await WizardStoryTests.DevicesAsync(host, Anna)).ShouldBe(["FAILED_ONBOARDING_TEST/TEST_CHARGE_FAILED/SOC_LIMIT_REACHED"]);
    }

    private static Task<HttpResponseMessage> PostAsync(SimulatorHost host)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/simulator/graphql") { Content = JsonContent.Create(new { query = Start }) };
        request.Headers.TryAddWithoutValidation("Authorization", host.Token);
        return host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
