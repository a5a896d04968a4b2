using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Conversations.Store.Keys;
using SmartFlexBot.Tests.Conversations;

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
    [InlineData("Accounts:SignIn:Authority", "https://login.example", "Set Accounts:SignIn:Authority, Accounts:SignIn:ClientId")]
    [InlineData("Kraken:Endpoint", "not-an-address", "Kraken:Endpoint")]
    [InlineData("Kraken:OnboardingApi", "Both", "Kraken:OnboardingApi is 'Both'. Write one of Classic, Wizard.")]
    [InlineData("DirectLine:Secret", "short", "DirectLine:Secret")]
    [InlineData("Store:Path", "/proc/nowhere/bot.db", "set Store:Path to another file")]
    [InlineData("KeyRing:KeyFile", "/nowhere.key", "KeyRing:KeyFile: /nowhere.key cannot be used")]
    [InlineData("Retention:Messages", "ninety", "Retention:Messages is 'ninety'. Write a time like")]
    [InlineData("Simulator:Path", "/proc/nowhere/sim.db", "Set Simulator:Path to another file.")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging:LogLevel:Default is 'Loud'. Write one of Trace, Debug,")]
    [InlineData("Logging:Console:LogLevel:Orleans", "11x", "Logging:Console:LogLevel:Orleans is '11x'.")]
    [InlineData("Conversations:TurnTimeout", "8s", "Conversations:TurnTimeout is '8s'. Write a time like 00:00:08")]
    [InlineData("Kraken:Timeout", "ten", "Kraken:Timeout is 'ten'. Write a time like 00:00:08")]
    [InlineData("Page:SessionDays", "many", "Page:SessionDays is 'many'. Write a whole number.")]
    [InlineData("Simulator:Enabled", "perhaps", "Simulator:Enabled is 'perhaps'. Write true or false.")]
    [InlineData("Simulator:Speed", "fast", "Simulator:Speed is 'fast'. Write a number like 1.5.")]
    [InlineData("Proxy:Addresses:0", "proxy.internal", "Proxy:Addresses holds 'proxy.internal'")]
    [InlineData("urls", "https://127.0.0.1:0", "There is no certificate for https.")]
    [InlineData("urls", "nonsense", "The address to listen at is 'nonsense'.")]
    [InlineData("contentRoot", "/nowhere", "/nowhere")]
    public async Task A_wrong_setting_ends_the_start_with_its_sentence(string setting, string value, string sentence) =>
        await ShouldEndAsync(sentence, $"--{setting}={value}");

    [Fact]
    public async Task A_webhook_secret_that_is_no_base64_after_its_prefix_ends_the_start() => await ShouldEndAsync(
        "Webhook:Secret begins with whsec_",
        "--Webhook:Url=https://supplier.example/",
        "--Webhook:Secret=whsec_no-base64-but-as-long-as-it-has-to-be");

    [Fact]
    public async Task A_port_that_is_in_use_ends_the_start_with_its_address()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var address = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://{taken.LocalEndpoint}");

        await ShouldEndAsync(
            $"Failed to bind to address {address}: address already in use. Set another one with --urls", $"--urls={address}");
    }

    [Fact]
    public async Task An_address_of_another_machine_ends_the_start() =>
        await ShouldEndAsync(
            "Set another one with --urls", "--urls=http://192.0.2.1:8080", "--Simulator:Enabled=false",
            "--Kraken:Endpoint=https://kraken.example/graphql/");

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_ends_the_start_with_its_name_and_line()
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), "{ \"Store\": }");

        await ShouldEndAsync("appsettings.json", $"--contentRoot={_folder}");
    }

    [Fact]
    public async Task A_key_ring_that_another_key_file_locked_ends_the_start()
    {
        var (path, file) = (Path.Combine(_folder, "locked.db"), Path.Combine(_folder, "ring.key"));
        File.WriteAllText(file, Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
        await using (var host = await ConversationsHost.StartAsync(
            Bots.Echo, services => services.AddOptions<KeyRingOptions>().Configure(options => options.KeyFile = file), path))
        {
            await host.SayAsync(await host.OpenAsync(), "hello");
            await host.SettleAsync();
        }

        await ShouldEndAsync("Set KeyRing:KeyFile or KeyRing:CertificatePath to what locked them", $"--Store:Path={path}");
    }

    [Fact]
    public async Task Wrong_settings_of_several_parts_are_all_named()
    {
        string[] settings = ["--DirectLine:Secret=short", "--Page:SessionDays=0"];

        await ShouldEndAsync("DirectLine:Secret", settings);
        await ShouldEndAsync("Set Page:SessionDays", settings);
    }

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
            (errors + await output).ShouldNotContain("   at ", customMessage: "a sentence, not a stack of calls");
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
