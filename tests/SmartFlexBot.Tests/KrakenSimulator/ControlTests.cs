using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class ControlTests
{
    [Fact]
    public async Task The_accounts_are_listed_with_their_stories()
    {
        await using var host = await SimulatorHost.StartAsync();
        var accounts = (await host.ShowAsync("accounts")).EnumerateArray().ToList();
        accounts.Select(account => account.GetProperty("number").GetString()).ShouldBeUnique();
        accounts.ShouldAllBe(account => account.GetProperty("name").GetString() != "" && account.GetProperty("story").GetString() != "");
        accounts[0].GetProperty("number").GetString().ShouldBe("A-7E51A001");
    }

    [Fact]
    public async Task Simulated_time_runs_faster_than_real_time()
    {
        await using var host = await SimulatorHost.StartAsync(settings: ("Speed", "60"));
        host.Time.Advance(TimeSpan.FromSeconds(7));
        (await NowAsync(host)).ShouldBe(new(2026, 11, 23, 8, 7, 0, TimeSpan.Zero));
        await host.SteerAsync(HttpMethod.Post, "clock", new { advance = "PT7M", speed = 0 });
        host.Time.Advance(TimeSpan.FromSeconds(7));
        (await NowAsync(host)).ShouldBe(new(2026, 11, 23, 8, 14, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("POST", "clock", "{}", 400)]
    [InlineData("POST", "clock", "{", 400)]
    [InlineData("POST", "clock", "null", 400)]
    [InlineData("POST", "clock", """{"advance":"seven"}""", 400)]
    [InlineData("POST", "clock", """{"advance":"-PT7M"}""", 400)]
    [InlineData("POST", "clock", """{"speed":-1}""", 400)]
    [InlineData("PUT", "accounts/A-00000000/car", "{}", 404)]
    [InlineData("PUT", "accounts/A-7E51A001/car", """{"stateOfCharge":101}""", 400)]
    [InlineData("PUT", "accounts/A-7E51A001/car", """{"wheels":4}""", 400)]
    [InlineData("PUT", "accounts/A-7E51A001/car", """{"pluggedIn":"yes"}""", 400)]
    [InlineData("POST", "accounts/A-00000000/reset", "", 404)]
    [InlineData("PUT", "faults", """{"operation":"devices","kind":"magic"}""", 400)]
    [InlineData("PUT", "faults", """{"operation":"devices","kind":"error"}""", 400)]
    [InlineData("PUT", "faults", """{"operation":"devices","kind":"late"}""", 400)]
    [InlineData("PUT", "faults", """{"kind":"error","code":"KT-CT-1"}""", 400)]
    [InlineData("PUT", "faults", """{"nextTest":"RAIN","account":"A-7E51A001"}""", 400)]
    [InlineData("PUT", "faults", """{"nextTest":"ERROR"}""", 400)]
    [InlineData("GET", "nothing", null, 404)]
    [InlineData("DELETE", "clock", null, 404)]
    public async Task Bad_input_gets_a_sentence(string method, string path, string? body, int status)
    {
        await using var host = await SimulatorHost.StartAsync();
        using var answer = await host.ControlAsync(new(method), path, body);
        ((int)answer.StatusCode).ShouldBe(status);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("error").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_reset_gives_the_customer_as_at_first()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        var wizard = new WizardDriver(host, "A-4A1F5005", 1006);
        await wizard.ResumeAsync();
        await wizard.CancelAsync();
        await host.CarAsync("A-4A1F5005", new { pluggedIn = false });
        await host.SteerAsync(HttpMethod.Post, "accounts/A-4A1F5005/reset");
        (await wizard.ResumeAsync()).ShouldBeTrue();
        (await host.ShowAsync("accounts/A-4A1F5005/car")).GetProperty("pluggedIn").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task It_does_not_start_in_production_by_accident()
    {
        var refusal = await Should.ThrowAsync<OptionsValidationException>(() =>
            SimulatorHost.StartAsync(environment: "Production", settings: ("Enabled", "true")));
        refusal.Message.ShouldContain("Simulator:AllowInProduction");
    }

    [Fact]
    public async Task In_production_it_is_off_unless_it_is_asked_for_by_name()
    {
        await using (var off = await SimulatorHost.StartAsync(environment: "Production"))
        {
            (await off.Client.GetAsync("/simulator/control/clock", TestContext.Current.CancellationToken))
                .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        await using var on =
            await SimulatorHost.StartAsync(environment: "Production", settings: [("Enabled", "true"), ("AllowInProduction", "true")]);
        (await on.Client.GetAsync("/simulator/control/clock", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound, "Nobody steers it.");
        await on.SignInAsync();
    }

    [Theory]
    [InlineData("Speed", "-1")]
    [InlineData("TestChargeDuration", "00:00:00")]
    [InlineData("Path", "")]
    [InlineData("PublicUrl", "/relative")]
    public async Task A_wrong_setting_is_named(string setting, string value)
    {
        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => SimulatorHost.StartAsync(settings: (setting, value)));
        refusal.Message.ShouldContain($"Simulator:{setting}");
    }

    private static async Task<DateTimeOffset> NowAsync(SimulatorHost host) =>
        (await host.ShowAsync("clock")).GetProperty("now").GetDateTimeOffset();
}
