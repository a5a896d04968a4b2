namespace SmartFlexBot.Benchmarks;

internal static class Folders
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>debug or release: this program and the hosts are built alike.</summary>
    public static string Configuration => Output.Name;

    /// <summary>artifacts/bin</summary>
    public static string Binaries { get; } = Output.Parent!.Parent!.FullName;

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Binaries, "../.."));

    /// <summary>The peer's pinned packages and its few lines.</summary>
    public static string Peer { get; } = Path.Combine(Repository, "tests/node-botbuilder");
}
