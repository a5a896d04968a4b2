namespace SmartFlexBot.Tests.Architecture;

/// <summary>A project of src and what it may refer to. The arrows go one way; this table is where they are drawn.</summary>
/// <param name="MayUse">The other rooms that it may see.</param>
/// <param name="Never">What it must not see of the world outside: names of packages, frameworks or assemblies, or how they begin.</param>
/// <param name="Packages">The only packages that it may have; any when null.</param>
public sealed record Room(string Name, string[] MayUse, string[] Never, string[]? Packages = null)
{
    private const string Product = "SmartFlexBot.";

    private static readonly string[] Web = ["Microsoft.AspNetCore"];
    private static readonly string[] Store = [
        "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Microsoft.Orleans", "Orleans", "System.Data"];
    private static readonly string[] Wire = [
        "System.Net.Http", "System.Net.Sockets", "Microsoft.Extensions.Http", "GraphQL", "GraphQL-Parser"];

    public static IReadOnlyList<Room> All { get; } =
    [
        new("BotFramework", MayUse: [], Never: [.. Web, .. Store, .. Wire, "System.IO", "System.Diagnostics.Process"], Packages: []),
        new("Recognition", MayUse: [], Never: [.. Web, .. Store, .. Wire, "System.IO", "System.Diagnostics.Process"],
            Packages: ["Microsoft.Recognizers.Text"]),
        new("Onboarding", MayUse: ["BotFramework", "Recognition"], Never: [.. Web, .. Store, .. Wire]),
        // What a tenant's catalogue is made of, and no more: its kinds of devices and its entries.
        new("Kraken", MayUse: ["BotFramework", "Onboarding", "Recognition"], Never: Store),
        // Of a journey's devices, whether it is a car or a charger.
        new("Desk", MayUse: ["BotFramework", "Onboarding", "Recognition"], Never: Store),
        new("Conversations", MayUse: ["BotFramework"], Never: [
            "System.Net.Http", "Microsoft.Extensions.Http", "GraphQL", "GraphQL-Parser"]),
        new("Channels", MayUse: ["BotFramework"], Never: Store),
        new("KrakenSimulator", MayUse: [], Never: ["Microsoft.Orleans", "Orleans"]),
        new("Web", MayUse: ["BotFramework", "Recognition", "Onboarding", "Kraken", "Desk", "Conversations", "Channels", "KrakenSimulator"],
            Never: []),
    ];

    public static Room Find(string name) =>
        All.FirstOrDefault(room => room.Name == name)
        ?? throw new InvalidOperationException(
            $"src has a room '{name}' that this table does not know. Draw its arrows here and in ARCHITECTURE.md.");

    /// <param name="references">Names of projects, packages, frameworks or assemblies.</param>
    /// <returns>One sentence for each reference that is not allowed.</returns>
    public IReadOnlyList<string> Breaches(IEnumerable<string> references) =>
        [.. references.Where(reference => !Allows(reference)).Select(reference => $"{Name} must not see {reference}.")];

    /// <summary>Packages alone: a room with a list of its own has no other.</summary>
    public IReadOnlyList<string> PackageBreaches(IEnumerable<string> packages) =>
        [.. packages.Where(package => Packages?.Contains(package) is false)
            .Select(package => $"{Name} must not have the package {package}.")];

    private bool Allows(string reference) => reference.StartsWith(Product, StringComparison.Ordinal)
        ? MayUse.Contains(reference[Product.Length..])
        : !Never.Any(name => reference == name || reference.StartsWith($"{name}.", StringComparison.Ordinal));
}
