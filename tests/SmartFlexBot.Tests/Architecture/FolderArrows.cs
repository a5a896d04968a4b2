using System.Reflection;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace SmartFlexBot.Tests.Architecture;

/// <summary>Which folder of a room uses which other one: the first part of a namespace below the room's own is its folder.</summary>
/// <param name="Arrows">
/// From and to, each with one pair of types that shows it. The room's own types, which put it together, are in no folder.
/// </param>
public sealed record FolderArrows(IReadOnlyDictionary<(string From, string To), string> Arrows)
{
    public static FolderArrows Of(string room)
    {
        var root = $"SmartFlexBot.{room}";
        var arrows = new SortedDictionary<(string, string), string>();
        foreach (var type in new ArchLoader().LoadAssemblies(Assembly.Load(root)).Build().Types)
        {
            foreach (var used in type.GetTypeDependencies())
            {
                if (Folder(root, type.FullName) is { } from && Folder(root, used.FullName) is { } to && from != to)
                {
                    arrows.TryAdd((from, to), $"{type.Name} uses {used.Name}");
                }
            }
        }

        return new(arrows);
    }

    /// <returns>The arrows that are part of a circle, as sentences.</returns>
    public IReadOnlyList<string> Circles() =>
        [.. Arrows.Where(arrow => Reaches(arrow.Key.To, arrow.Key.From))
            .Select(arrow => $"{arrow.Key.From} -> {arrow.Key.To}: {arrow.Value}")];

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string> { from };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            foreach (var next in Arrows.Keys.Where(arrow => arrow.From == folder && seen.Add(arrow.To)))
            {
                open.Push(next.To);
            }
        }

        return false;
    }

    private static string? Folder(string root, string type) =>
        type.StartsWith($"{root}.", StringComparison.Ordinal) && type[(root.Length + 1)..].Split('.') is [var folder, _, ..]
            ? folder
            : null;
}
