using SmartFlexBot.ProbeBot;
using SmartFlexBot.Tests.Channels.DirectLine;
using SmartFlexBot.Tests.Probe;

namespace SmartFlexBot.Tests.Channels.BotConnector;

/// <summary>/api/messages under npm @microsoft/m365agentsplayground, a channel that others wrote.</summary>
public sealed class PlaygroundTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "node-playground");

    [Theory]
    [InlineData("emulator")]
    [InlineData("msteams")]
    public async Task The_agents_playground_talks_to_the_bot_to_the_end(string channel)
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            var (installed, log) = await NodePackages.RunAsync(Folder, "npm", "ci");
            installed.ShouldBe(0, $"The npm packages could not be installed. Run: npm ci --prefix {Folder}\n{log}");
        }

        await using var server = await ProbeServer.StartAsync();

        var (exitCode, output) = await NodePackages.RunAsync(
            Folder, "node", ["playground.mjs", $"{server.Client.BaseAddress}api/messages", channel, .. SixPromptsBot.Answers]);

        exitCode.ShouldBe(0, output);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(SixPromptsBot.Replies.Count).ShouldBe(SixPromptsBot.Replies);
    }
}
