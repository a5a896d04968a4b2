using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Channels.DirectLine;

namespace SmartFlexBot.Tests.Web.Build;

/// <summary>The list of parts that publish writes beside the program.</summary>
public sealed class SbomTests
{
    private const string Webchat = "pkg:npm/botframework-webchat@4.18.1";

    [Fact]
    public async Task It_names_each_package_of_the_program_and_the_chat_control()
    {
        var deps = Path.Combine(AppContext.BaseDirectory, "SmartFlexBot.Web.deps.json");
        var target = Path.Combine(Directory.CreateTempSubdirectory("sbom").FullName, "sbom.cdx.json");
        var script = Path.Combine(RepositoryRoot.Path, "src", "SmartFlexBot.Web", "build", "write-sbom.mjs");

        var (exitCode, output) = await NodePackages.RunAsync(
            AppContext.BaseDirectory, "node", script, deps, "/nowhere", "4.18.1", "sha512-AAAA", target);

        exitCode.ShouldBe(0, output);
        var sbom = JsonNode.Parse(await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken))!;
        (sbom["bomFormat"]!.ToString(), sbom["specVersion"]!.ToString()).ShouldBe(("CycloneDX", "1.6"));
        var listed = sbom["components"]!.AsArray().Select(component => component!["purl"]!.ToString()).ToList();
        var libraries = JsonNode.Parse(await File.ReadAllTextAsync(deps, TestContext.Current.CancellationToken))!["libraries"]!.AsObject();
        var packages = libraries.Where(library => library.Value!["type"]!.ToString() == "package")
            .Select(library => $"pkg:nuget/{library.Key.Replace('/', '@')}");
        listed.ShouldBe([.. packages, Webchat]);
        var known = listed.ToHashSet();
        foreach (var part in sbom["dependencies"]!.AsArray())
        {
            part!["dependsOn"]!.AsArray().ShouldAllBe(need => known.Contains(need!.ToString()));
        }
    }
}
