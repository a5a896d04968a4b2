namespace SmartFlexBot.Tests;

/// <summary>The folder of SmartFlexBot.sln, for tests that read files of the repository.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "SmartFlexBot.sln"))
            ? folder
            : Find(Directory.GetParent(folder)?.FullName
                ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
