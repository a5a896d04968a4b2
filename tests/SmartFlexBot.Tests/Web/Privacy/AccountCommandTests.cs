using System.Diagnostics;
using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Conversations;

namespace SmartFlexBot.Tests.Web.Privacy;

/// <summary>The same from the command line, as an operator types it.</summary>
public sealed class AccountCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("account-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "bot.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_account_is_exported_and_erased_while_the_bot_is_stopped()
    {
        await using (var host = await ConversationsHost.StartAsync(Bots.Echo, path: Path))
        {
            await host.SayAsync(await host.OpenAsync(), "Xylophone");
            await host.SettleAsync();
        }

        (await RunAsync("export", "--account", "A-1", "--output", _folder)).Code.ShouldBe(0);
        var json = await File.ReadAllTextAsync(System.IO.Path.Combine(_folder, "account-A-1.json"), TestContext.Current.CancellationToken);
        JsonNode.Parse(json)!["conversations"]![0]!["messages"]![0]!["activity"]!["text"]!.GetValue<string>().ShouldBe("Xylophone");
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in (string[])["account-A-1.json", "account-A-1.html", "bot.db"])
            {
                File.GetUnixFileMode(System.IO.Path.Combine(_folder, file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
            }
        }

        (await File.ReadAllTextAsync(System.IO.Path.Combine(_folder, "account-A-1.html"), TestContext.Current.CancellationToken))
            .ShouldContain("Xylophone");

        var (code, said) = await RunAsync("erase", "--account=A-1");
        (code, said).ShouldSatisfyAllConditions(
            () => code.ShouldBe(0), () => said.ShouldContain("rows are erased"), () => said.ShouldContain("0 records of consents"));
        StoreFiles.Scalar(Path, "SELECT count(*) FROM log").ShouldBe(0);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_a_sentence()
    {
        (await RunAsync("erase")).Said.ShouldContain("Whose data? Write: erase --account");
        (await RunAsync("erase", "--account", "A-1")).Said.ShouldContain("There is no database");
        (await RunAsync("--account", "A-1", "erase")).Said.ShouldContain("There is no database");
        (await RunAsync("--account=A-1", "export", "--output", _folder)).Said.ShouldContain("There is no database");
        (await RunAsync("forget", "--account", "A-1")).Said.ShouldContain("There is no command 'forget'. Write erase or export");
        await using var host = await ConversationsHost.StartAsync(Bots.Echo, path: Path);

        var (code, said) = await RunAsync("erase", "--account", "A-1");

        code.ShouldBe(1);
        said.ShouldContain("The bot is running on");
        said.ShouldContain("POST /operations/accounts/erase");
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        string[] all =
        [
            "exec", System.IO.Path.Combine(AppContext.BaseDirectory, "SmartFlexBot.Web.dll"), .. arguments,
            $"--contentRoot={AppContext.BaseDirectory}", $"--Store:Path={Path}",
            $"--Simulator:Path={System.IO.Path.Combine(_folder, "sim.db")}",
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (error, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await error + await output);
    }
}
