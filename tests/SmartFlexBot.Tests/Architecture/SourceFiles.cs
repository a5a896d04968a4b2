namespace SmartFlexBot.Tests.Architecture;

/// <param name="Path">From the repository's root, with forward slashes.</param>
public sealed record SourceFile(string Path, string Text);

/// <summary>The C# files of the repository.</summary>
public static class SourceFiles
{
    public static IEnumerable<SourceFile> Under(string folder) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(file => new SourceFile(Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'), File.ReadAllText(file)));

    /// <returns>The lines with more characters than that, as "path:line". Migrations are as their tool writes them.</returns>
    public static IEnumerable<string> Wide(SourceFile file, int characters) =>
        file.Path.Contains("/Migrations/", StringComparison.Ordinal) ? [] : file.Text.Split('\n')
            .Select((line, index) => (line.Length, Place: $"{file.Path}:{index + 1}"))
            .Where(line => line.Length > characters)
            .Select(line => line.Place);

    /// <returns>The files with more lines than that, longest first.</returns>
    public static IEnumerable<string> Longer(IEnumerable<SourceFile> files, int lines) => files
        .Select(file => (file.Path, Lines: file.Text.AsSpan().Count('\n')))
        .Where(file => file.Lines > lines)
        .OrderByDescending(file => file.Lines)
        .Select(file => $"{file.Path}: {file.Lines} lines");
}
