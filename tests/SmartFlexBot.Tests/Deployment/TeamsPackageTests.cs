using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Channels.DirectLine;

namespace SmartFlexBot.Tests.Deployment;

/// <summary>The app package for Teams, as deploymentTemplates/teams/package.sh makes it: each of Teams' limits (bot protocol H).</summary>
public sealed class TeamsPackageTests
{
    private const string AppId = "0d5c4d3e-6a51-4a9a-8a6e-2c1b6b7f0a11";

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "deploymentTemplates", "teams");

    /// <summary>The longest supplier that is taken, with all that has to be escaped.</summary>
    private static readonly string[] Arguments =
    [
        "--bot-app-id", AppId, "--public-host", "chat.example.com", "--supplier", "Strom \"Süd\" & Söhne {GmbH} 12345",
        "--privacy-url", "https://www.example.com/privacy", "--terms-url", "https://www.example.com/terms",
    ];

    [Fact]
    public async Task It_keeps_every_limit()
    {
        var (exitCode, output) = await PackageAsync(Arguments);
        exitCode.ShouldBe(0, output);
        using var zip = await ZipFile.OpenReadAsync(output.Trim(), TestContext.Current.CancellationToken);

        zip.Entries.Select(entry => entry.FullName).ShouldBe(["manifest.json", "color.png", "outline.png"]);
        await using var stream = await zip.Entries[0].OpenAsync(TestContext.Current.CancellationToken);
        ShouldKeepLimits(JsonNode.Parse(stream)!);
        Picture(zip.Entries[1]).ShouldBe((192, 192, false));
        Picture(zip.Entries[2]).ShouldBe((32, 32, true));
    }

    [Theory]
    [InlineData("--bot-app-id", "0D5C4D3E-6A51-4A9A-8A6E-2C1B6B7F0A11", "GUID")]
    [InlineData("--public-host", "https://chat.example.com", "--public-host")]
    [InlineData("--public-host", "localhost", "--public-host")]
    [InlineData("--supplier", "Strom \"Süd\" & Söhne {GmbH} 123456", "32 characters")]
    [InlineData("--terms-url", "http://www.example.com/terms", "https://")]
    [InlineData("--nonsense", "x", "no option --nonsense")]
    public async Task What_Teams_would_refuse_is_told_before(string option, string value, string said)
    {
        var (exitCode, output) = await PackageAsync([.. Arguments, option, value]);

        exitCode.ShouldBe(2);
        output.ShouldContain(said);
    }

    private static void ShouldKeepLimits(JsonNode manifest)
    {
        (string What, string Value, int Longest)[] texts =
        [
            ("name.short", Text(manifest["name"]!["short"]), 30),
            ("name.full", Text(manifest["name"]!["full"]), 100),
            ("description.short", Text(manifest["description"]!["short"]), 80),
            ("description.full", Text(manifest["description"]!["full"]), 4000),
            ("developer.name", Text(manifest["developer"]!["name"]), 32),
        ];
        foreach (var (what, value, longest) in texts)
        {
            value.Length.ShouldBeInRange(1, longest, what);
        }

        Text(manifest["$schema"]).ShouldBe(
            $"https://developer.microsoft.com/json-schemas/teams/v{Text(manifest["manifestVersion"])}/MicrosoftTeams.schema.json");
        Text(manifest["version"]).ShouldMatch(@"^\d+\.\d+\.\d+$");
        Text(manifest["id"]).ShouldBe(AppId);
        Text(manifest["accentColor"]).ShouldMatch("^#[0-9A-F]{6}$");
        manifest["developer"]!.AsObject().Where(entry => entry.Key.EndsWith("Url", StringComparison.Ordinal))
            .ShouldAllBe(entry => Text(entry.Value).StartsWith("https://", StringComparison.Ordinal) && Text(entry.Value).Length <= 2048);
        manifest["validDomains"]!.AsArray().Select(Text).ShouldBe(["chat.example.com"]);

        var bot = manifest["bots"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(bot["botId"]), bot["scopes"]!.ToJsonString()).ShouldBe((AppId, """["personal"]"""));
        var commands = bot["commandLists"]!.AsArray().ShouldHaveSingleItem()!["commands"]!.AsArray();
        commands.Count.ShouldBeInRange(1, 10);
        commands.ShouldAllBe(command => Text(command!["title"]).Length <= 32 && Text(command["description"]).Length <= 128);
    }

    /// <summary>Width, height, and whether the background can be seen through, from the file's own header.</summary>
    private static (int Width, int Height, bool HasAlpha) Picture(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var head = new byte[26];
        stream.ReadExactly(head);
        head.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)), head[25] == 6);
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static async Task<(int ExitCode, string Output)> PackageAsync(string[] arguments)
    {
        var output = Path.Combine(Directory.CreateTempSubdirectory("teams").FullName, "app.zip");
        return await NodePackages.RunAsync(Folder, "bash", ["package.sh", .. arguments, "--output", output]);
    }
}
