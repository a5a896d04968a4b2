namespace SmartFlexBot.Tests.KrakenSimulator;

public sealed class TokenTests
{
    private const string Viewer = "{ viewer { accounts { number } } }";

    [Theory]
    [InlineData("""organizationSecretKey: "sim-organisation-secret" """, 21)]
    [InlineData("""APIKey: "sim-api-key" """, 21)]
    [InlineData("""preSignedKey: "sim-customer-A-7E51A001" """, 1)]
    public async Task Each_credential_sees_its_accounts(string credential, int accounts)
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.SignInAsync(credential);
        (await host.RunAsync(Viewer)).At("viewer.accounts").GetArrayLength().ShouldBe(accounts);
    }

    [Theory]
    [InlineData("", "KT-CT-1134")]
    [InlineData("""APIKey: "sim-api-key", organizationSecretKey: "sim-organisation-secret" """, "KT-CT-1134")]
    [InlineData("""APIKey: "wrong" """, "KT-CT-1138")]
    [InlineData("""refreshToken: "wrong" """, "KT-CT-1139")]
    public async Task Bad_credentials_are_refused(string credential, string code)
    {
        await using var host = await SimulatorHost.StartAsync();
        (await host.RefusedAsync($$"""mutation { obtainKrakenToken(input: { {{credential}} }) { token } }""")).ShouldBe(code);
        (await host.CountAsync("obtainKrakenToken", null)).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_customer_sees_no_other_account()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.SignInAsync("""preSignedKey: "sim-customer-A-7E51A001" """);
        (await host.RefusedAsync("""{ devices(accountNumber: "A-7E51A002") { id } }""")).ShouldBe("KT-CT-1111");
        (await host.RefusedAsync("""{ account(accountNumber: "A-00000000") { number } }""")).ShouldBe("KT-CT-1111");
    }

    [Fact]
    public async Task A_token_ends_after_an_hour_and_the_refresh_token_buys_another()
    {
        await using var host = await SimulatorHost.StartAsync();
        (await host.RefusedAsync(Viewer)).ShouldBe("KT-CT-1112");
        var answer = await host.RunAsync(
            """mutation { obtainKrakenToken(input: { APIKey: "sim-api-key" }) { token refreshToken refreshExpiresIn payload } }""");
        host.Token = answer.Text("obtainKrakenToken.token");
        answer.At("obtainKrakenToken.refreshExpiresIn").GetInt64().ShouldBe(host.Time.GetUtcNow().AddDays(7).ToUnixTimeSeconds());

        await host.AdvanceAsync("P1D");
        await host.RunAsync(Viewer);
        host.Time.Advance(TimeSpan.FromMinutes(60));
        (await host.RefusedAsync(Viewer)).ShouldBe("KT-CT-1124");

        await host.SignInAsync($"refreshToken: \"{answer.Text("obtainKrakenToken.refreshToken")}\"");
        await host.RunAsync(Viewer);
        host.Token = $"JWT {host.Token}";
        await host.RunAsync(Viewer);
        host.Token = answer.Text("obtainKrakenToken.refreshToken");
        (await host.RefusedAsync(Viewer)).ShouldBe("KT-CT-1139");
        host.Token = "garbage";
        (await host.RefusedAsync(Viewer)).ShouldBe("KT-CT-1139");
    }
}
