using System.Net.Http.Json;

namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class ExtraAccountTests
{
    [Fact]
    public async Task As_many_customers_are_added_as_asked_for_and_each_can_be_onboarded_and_reset()
    {
        await using var host = await SimulatorHost.SignedInAsync();
        await host.SteerAsync(HttpMethod.Post, "accounts", new { extra = 3 });
        await host.SteerAsync(HttpMethod.Post, "accounts", new { extra = 3 });
        var extra = (await host.ShowAsync("accounts")).EnumerateArray()
            .Where(account => account.GetProperty("number").GetString()!.StartsWith("A-EE", StringComparison.Ordinal)).ToList();
        extra.Count.ShouldBe(3);

        var (number, home) =
            (extra[1].GetProperty("number").GetString()!, extra[1].GetProperty("properties")[0].GetProperty("id").GetInt32());
        var wizard = new WizardDriver(host, number, home);
        await wizard.ChooseAsync("Tesla", "Model 3");
        (await wizard.SignInAsync()).ShouldBe("SmartFlexOnboardingDeviceRegistration");

        await host.SteerAsync(HttpMethod.Post, $"accounts/{number}/reset");
        (await wizard.ResumeAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_senseless_number_is_refused(int extra)
    {
        await using var host = await SimulatorHost.SignedInAsync();
        using var answer =
            await host.Client.PostAsJsonAsync("/simulator/control/accounts", new { extra }, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(400);
    }
}
