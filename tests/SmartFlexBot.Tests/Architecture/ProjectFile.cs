using System.Xml.Linq;

namespace SmartFlexBot.Tests.Architecture;

/// <summary>What a project file refers to.</summary>
/// <param name="Rooms">Projects, by the names of their assemblies.</param>
/// <param name="Frameworks">Shared frameworks; the web SDK brings its own.</param>
public sealed record ProjectFile(IReadOnlyList<string> Rooms, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks)
{
    public IEnumerable<string> References => [.. Rooms, .. Packages, .. Frameworks];

    public static ProjectFile Parse(string xml)
    {
        var project = XDocument.Parse(xml).Root!;
        IEnumerable<string> Included(string item) => project.Descendants(item).Select(element => element.Attribute("Include")!.Value);
        return new(
            [.. Included("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Included("PackageReference")],
            [.. Included("FrameworkReference"), .. project.Attribute("Sdk")?.Value == "Microsoft.NET.Sdk.Web"
                ? ["Microsoft.AspNetCore.App"]
                : Array.Empty<string>()]);
    }
}
