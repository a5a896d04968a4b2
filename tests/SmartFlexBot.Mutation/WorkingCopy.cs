using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartFlexBot.Mutation;

/// <summary>A copy of the repository in a temporary folder, in which the faults are written and built.</summary>
internal sealed partial class WorkingCopy(string folder)
{
    private const string TestProject = "tests/SmartFlexBot.Tests";
    private const string FaultsFile = "faults.json";
    private static readonly TimeSpan BuildPatience = TimeSpan.FromMinutes(40);
    private static readonly string[] Loosely =
        ["-c", "debug", "-v", "quiet", "-nologo", "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false",
            "-p:EnforceCodeStyleInBuild=false", "-p:NoWarn=CS%3BCA"];

    public string Folder { get; } = folder;

    /// <summary>What git tracks, and what it does not ignore.</summary>
    public static async Task<WorkingCopy> OfAsync(string repository)
    {
        var folder = Directory.CreateTempSubdirectory("smartflexbot-mutation-").FullName;
        var (_, listed) = await Processes.RunAsync("git", ["ls-files", "-co", "--exclude-standard"], repository, TimeSpan.FromMinutes(1));
        var files = listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(repository, file)));
        foreach (var file in files.Concat(Vendored(repository)))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(repository, file), target);
        }

        return new WorkingCopy(folder);
    }

    /// <summary>What was built into a copy that was kept.</summary>
    public IReadOnlyList<Fault> Built() =>
        JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(Folder, FaultsFile)), MutationJson.Default.IReadOnlyListFault)!;

    /// <summary>Writes the faults into the sources and builds them.</summary>
    /// <returns>Without those that would not compile.</returns>
    public async Task<IReadOnlyList<Fault>> BuildAsync(IReadOnlyList<Fault> faults, Action<string> tell)
    {
        var originals = faults.Select(fault => fault.File).Distinct()
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Folder, file)));
        foreach (var room in originals.Keys.Select(file => string.Join('/', file.Split('/')[..2])).Distinct())
        {
            Inject("Mutant.cs", room);
        }

        Inject("MutationLoop.cs", TestProject);
        var project = Path.Combine(Folder, TestProject, "SmartFlexBot.Tests.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace(
            "<OutputType>", "<StartupObject>MutationLoop</StartupObject><OutputType>", StringComparison.Ordinal));

        var left = faults.ToHashSet();
        while (true)
        {
            var sources = left.GroupBy(fault => fault.File)
                .ToDictionary(file => file.Key, file => new FaultySource(originals[file.Key], [.. file]));
            foreach (var (file, original) in originals)
            {
                File.WriteAllText(Path.Combine(Folder, file), sources.GetValueOrDefault(file)?.Text ?? original);
            }

            var (code, output) =
                await Processes.RunAsync("dotnet", ["build", TestProject, .. Loosely], Folder, BuildPatience);
            if (code == 0)
            {
                IReadOnlyList<Fault> built = [.. left.OrderBy(fault => fault.Id)];
                File.WriteAllText(
                    Path.Combine(Folder, FaultsFile), JsonSerializer.Serialize(built, MutationJson.Default.IReadOnlyListFault));
                return built;
            }

            var blamed = Errors().Matches(output).Select(error => error.Groups)
                .SelectMany(error => sources.TryGetValue(Path.GetRelativePath(Folder, error["file"].Value), out var source)
                ? source.Blamed(Number(error["line"]), Number(error["column"])) : []).ToHashSet();
            if (blamed.Count == 0)
            {
                throw new InvalidOperationException($"The copy in {Folder} does not build, and no fault is to blame:\n{output}");
            }

            tell($"{blamed.Count} of {left.Count} faults would not compile and are left out.");
            left.ExceptWith(blamed);
        }
    }

    public void Delete() => Directory.Delete(Folder, recursive: true);

    private void Inject(string name, string project)
    {
        using var source = typeof(WorkingCopy).Assembly.GetManifestResourceStream(name)!;
        using var target = File.Create(Path.Combine(Folder, project, name));
        source.CopyTo(target);
    }

    // What the build brings from npm: brought already, it need not be brought again.
    private static IEnumerable<string> Vendored(string repository)
    {
        var folder = Path.Combine(repository, "src/SmartFlexBot.Web/wwwroot/vendor");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(repository, file))
            : [];
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<file>/[^(\n]+\.cs)\((?<line>\d+),(?<column>\d+)\): error")]
    private static partial Regex Errors();
}
