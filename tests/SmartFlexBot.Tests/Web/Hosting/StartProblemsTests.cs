using System.Diagnostics;

namespace SmartFlexBot.Tests.Web.Hosting;

/// <summary>The built host as an operator starts it, with one setting wrong: it ends with the sentence that says which.</summary>
public sealed class StartProblemsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Onboarding:Market", "atlantis", "Onboarding:Market is 'atlantis', but")]
    [InlineData("Onboarding:CardsPath", "/nowhere", "Onboarding:CardsPath: there is no folder /nowhere.")]
    [InlineData("Onboarding:PublicUrl", "http://chat.example.com", "Onboarding:PublicUrl must begin with https://.")]
    [InlineData("Onboarding:PublicUrl", "chat", "Onboarding:PublicUrl must be a whole address")]
    [InlineData("Webhook:Url", "hooks", "Webhook:Url must be a whole address")]
    [InlineData("Webhook:Url", "http://supplier.example/hook", "Webhook:Url must begin with https://.")]
    [InlineData("Webhook:Url", "https://supplier.example/hook", "Webhook:Secret must have at least 32 characters")]
    [InlineData("Kraken:Endpoint", "not-an-address", "Kraken:Endpoint")]
    [InlineData("Kraken:OnboardingApi", "Both", "Kraken:OnboardingApi")]
    [InlineData("DirectLine:Secret", "short", "DirectLine:Secret")]
    public async Task A_wrong_setting_ends_the_start_with_its_sentence(string setting, string value, string sentence) =>
        await ShouldEndAsync(sentence, $"--{setting}={value}");

    [Fact]
    public async Task A_wrong_card_ends_the_start_with_its_name()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "text"));
        File.WriteAllText(Path.Combine(_folder, "text", "en.json"), "{}");
        File.WriteAllText(Path.Combine(_folder, "broken.json"), """{"type":"${"}""");

        await ShouldEndAsync("Card template 'broken.json'", $"--Onboarding:CardsPath={_folder}");
    }

    [Fact]
    public async Task Cards_without_texts_end_the_start_with_the_setting() =>
        await ShouldEndAsync("Set Onboarding:CardsPath to the cards folder.", $"--Onboarding:CardsPath={_folder}");

    [Fact]
    public async Task A_wrong_market_file_ends_the_start_with_what_is_wrong()
    {
        File.WriteAllText(Path.Combine(_folder, "x.json"), """{"name":"x"}""");

        await ShouldEndAsync("x.json cannot be read", $"--Onboarding:MarketsPath={_folder}", "--Onboarding:Market=x");
    }

    private async Task ShouldEndAsync(string sentence, params string[] settings)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "SmartFlexBot.Web.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        string[] arguments =
        [
            "exec", host, "--urls=http://127.0.0.1:0", $"--contentRoot={AppContext.BaseDirectory}",
            $"--Store:Path={Path.Combine(_folder, "bot.db")}",
            "--Kraken:OrganizationSecretKey=secret", $"--Simulator:Path={Path.Combine(_folder, "sim.db")}", .. settings,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = await process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);

            errors.ShouldContain(sentence, customMessage: await output);
            errors.ShouldNotContain("   at ", customMessage: "a sentence, not a stack of calls");
            process.ExitCode.ShouldBe(1);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
