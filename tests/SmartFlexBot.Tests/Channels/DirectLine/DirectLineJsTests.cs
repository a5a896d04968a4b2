using System.Diagnostics;

namespace SmartFlexBot.Tests.Channels.DirectLine;

/// <summary>Our server under npm botframework-directlinejs, the client inside Web Chat.</summary>
public sealed class DirectLineJsTests(NodePackages packages) : IClassFixture<NodePackages>
{
    [Theory]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task The_client_inside_web_chat_is_content(string mode)
    {
        await using var host = await DirectLineHost.StartAsync();

        var (exitCode, output) = await NodePackages.RunAsync(
            packages.Folder, "node", "directline.mjs", host.Address, DirectLineHost.Secret, mode);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("7 scenarios passed");
    }

    [Fact]
    public async Task The_client_inside_web_chat_comes_back_by_itself_after_a_restart_of_the_server()
    {
        await using var before = await DirectLineHost.StartAsync();
        var client = NodePackages.RunAsync(
            packages.Folder, "node", "directline.mjs", before.Address, DirectLineHost.Secret, "websocket", "restart");
        // A client that fails before it asks must end the test with what it wrote.
        if (await Task.WhenAny(before.RestartAsked, client) == before.RestartAsked)
        {
            await before.StopAsync();
        }

        await using var after = await DirectLineHost.StartAsync(conversations: before.Conversations, address: before.Address);
        var (exitCode, output) = await client;

        exitCode.ShouldBe(0, output);
        output.ShouldContain("1 scenarios passed");
    }
}

/// <summary>The pinned npm packages of tests/node-directline, brought once.</summary>
public sealed class NodePackages : IAsyncLifetime
{
    public string Folder { get; } = Path.Combine(FindRoot(), "tests", "node-directline");

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            return;
        }

        var (exitCode, output) = await RunAsync(Folder, "npm", "ci");
        exitCode.ShouldBe(0, $"The npm packages could not be installed. Run: npm ci --prefix {Folder}\n{output}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            program, arguments)
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException(
                $"'{start.FileName}' was not found. Install Node.js 20 or later; on Debian run: apt-get install -y nodejs npm");
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SmartFlexBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("SmartFlexBot.sln was not found above the tests.");
    }
}
