using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Conversations;
using SmartFlexBot.Web.Hosting;

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

    [Theory]
    [InlineData("--Store:Path", "erase")]
    [InlineData("--urls=http://localhost:1")]
    [InlineData("/urls=http://localhost:1")]
    [InlineData("Store:Path=erase")]
    [InlineData("-x", "export")]
    [InlineData]
    public void Settings_alone_start_the_bot(params string[] arguments) => AccountCommand.Find(arguments, TextWriter.Null).ShouldBeNull();

    [Theory]
    [InlineData("erase")]
    [InlineData("--a=b", "export")]
    [InlineData("--a", "b", "erase", "--c", "d")]
    public void A_word_that_belongs_to_no_setting_is_a_command(params string[] arguments) =>
        AccountCommand.Find(arguments, TextWriter.Null).ShouldNotBeNull();

    [Fact]
    public async Task Files_are_named_by_the_account_without_what_a_path_could_misread()
    {
        await using (await ConversationsHost.StartAsync(Bots.Echo, path: Path))
        {
        }

        var folder = System.IO.Path.Combine(_folder, "new");
        var (code, said) = await RunAsync("export", "--account", "A/../1", "--output", folder);

        code.ShouldBe(0);
        said.ShouldContain(System.IO.Path.Combine(folder, "account-A----1.json"));
        Directory.GetFiles(folder).Length.ShouldBe(2);
        (await RunAsync("erase", "--account", "A/../1")).Said.ShouldContain("Nothing is kept of this account but evidence");
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
        using var said = new StringWriter();
        string[] all =
        [
            .. arguments, "--environment=Development", $"--contentRoot={AppContext.BaseDirectory}", $"--Store:Path={Path}",
            $"--Simulator:Path={System.IO.Path.Combine(_folder, "sim.db")}",
        ];
        var command = AccountCommand.Find(all, said) ?? throw new InvalidOperationException("That starts the bot.");
        return (await StartProblems.RunAsync(command, said), said.ToString());
    }
}
