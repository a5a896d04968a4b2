using System.Reflection;
using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Channels.DirectLine;

namespace SmartFlexBot.Tests.Deployment;

/// <summary>deploymentTemplates/azure under Microsoft's own Bicep CLI.</summary>
public sealed class BicepTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "deploymentTemplates", "azure");

    private static string Bicep => Path.Combine(
        typeof(BicepTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "BicepFolder").Value!,
        "bicep");

    [Fact]
    public async Task It_compiles_and_the_linter_has_nothing_to_say()
    {
        var output = Path.Combine(Directory.CreateTempSubdirectory("bicep").FullName, "main.json");

        // What the linter finds is said while it compiles.
        var (exitCode, findings) = await NodePackages.RunAsync(Folder, Bicep, "build", "main.bicep", "--outfile", output);

        (exitCode, findings.Trim()).ShouldBe((0, ""));
        var types = Types(JsonNode.Parse(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken))!).ToList();
        types.ShouldContain("Microsoft.BotService/botServices/channels");
        types.ShouldContain("Microsoft.KeyVault/vaults/secrets");
    }

    [Fact]
    public async Task A_name_that_main_does_not_fill_in_is_noticed()
    {
        var cloudInit = await File.ReadAllTextAsync(Path.Combine(Folder, "cloud-init.yaml"), TestContext.Current.CancellationToken);
        var main = await File.ReadAllTextAsync(Path.Combine(Folder, "main.bicep"), TestContext.Current.CancellationToken);

        var names = cloudInit.Split("{{").Skip(1).Select(rest => rest.Split("}}")[0]).Where(name => name != "NAMES").Distinct().ToList();
        names.Count.ShouldBeGreaterThan(5);
        names.Where(name => !main.Contains($"'{{{{{name}}}}}'", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Types(JsonNode node) => node switch
    {
        JsonObject parent => (parent["type"] is JsonValue type && parent["apiVersion"] is not null ? new[] { type.GetValue<string>() } : [])
            .Concat(parent.SelectMany(property => property.Value is { } value ? Types(value) : [])),
        JsonArray list => list.SelectMany(item => item is null ? [] : Types(item)),
        _ => [],
    };
}
