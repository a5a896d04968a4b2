namespace SmartFlexBot.Tests.Web.Page;

internal static class Repository
{
    public static string WebRoot { get; } = Path.Combine(Root(), "src", "SmartFlexBot.Web", "wwwroot");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SmartFlexBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
