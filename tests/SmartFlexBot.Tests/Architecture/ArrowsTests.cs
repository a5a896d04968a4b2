using System.Reflection;

namespace SmartFlexBot.Tests.Architecture;

/// <summary>
/// The arrows between the rooms (ARCHITECTURE.md): what the project files ask for, and what the compiled code really uses.
/// </summary>
public sealed class ArrowsTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Path, "src");

    public static TheoryData<string> Rooms =>
        [.. Directory.EnumerateDirectories(Source, "SmartFlexBot.*").Select(folder => Path.GetFileName(folder)["SmartFlexBot.".Length..])
            .Order()];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_file_refers_only_to_what_its_room_may_see(string name)
    {
        var room = Room.Find(name);
        var project = ProjectFile.Parse(File.ReadAllText(Path.Combine(Source, $"SmartFlexBot.{name}", $"SmartFlexBot.{name}.csproj")));

        room.Breaches(project.References).ShouldBeEmpty();
        room.PackageBreaches(project.Packages).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Compiled_code_uses_only_what_its_room_may_see(string name)
    {
        var used = Assembly.Load($"SmartFlexBot.{name}").GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        used.ShouldNotBeEmpty();
        Room.Find(name).Breaches(used).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Onboarding", "SmartFlexBot.Kraken")]
    [InlineData("Onboarding", "SmartFlexBot.Conversations")]
    [InlineData("Onboarding", "Orleans.Core.Abstractions")]
    [InlineData("Onboarding", "Microsoft.Orleans.Sdk")]
    [InlineData("Onboarding", "Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("Onboarding", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("Onboarding", "System.Net.Http")]
    [InlineData("BotFramework", "Microsoft.AspNetCore.App")]
    [InlineData("BotFramework", "SmartFlexBot.Recognition")]
    [InlineData("Recognition", "SmartFlexBot.BotFramework")]
    [InlineData("Recognition", "SmartFlexBot.Onboarding")]
    [InlineData("BotFramework", "SmartFlexBot.Onboarding")]
    [InlineData("Conversations", "SmartFlexBot.Onboarding")]
    [InlineData("Channels", "SmartFlexBot.Conversations")]
    [InlineData("Kraken", "SmartFlexBot.KrakenSimulator")]
    [InlineData("KrakenSimulator", "SmartFlexBot.BotFramework")]
    public void A_forbidden_reference_is_noticed(string room, string reference) =>
        Room.Find(room).Breaches(["System.Runtime", reference]).ShouldBe([$"{room} must not see {reference}."]);

    [Fact]
    public void A_package_in_a_room_without_packages_is_noticed() =>
        Room.Find("BotFramework").PackageBreaches(["Dapper"]).ShouldBe(["BotFramework must not have the package Dapper."]);

    [Fact]
    public void A_room_that_nobody_drew_arrows_for_is_noticed() =>
        Should.Throw<InvalidOperationException>(() => Room.Find("Attic")).Message.ShouldContain("Attic");

    [Fact]
    public void A_project_file_is_read_whole()
    {
        var project = ProjectFile.Parse("""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <ItemGroup>
                <ProjectReference Include="..\SmartFlexBot.Kraken\SmartFlexBot.Kraken.csproj" />
                <PackageReference Include="Microsoft.Orleans.Sdk" />
                <FrameworkReference Include="Microsoft.WindowsDesktop.App" />
              </ItemGroup>
            </Project>
            """);

        project.References.ShouldBe(
            ["SmartFlexBot.Kraken", "Microsoft.Orleans.Sdk", "Microsoft.WindowsDesktop.App", "Microsoft.AspNetCore.App"]);
    }
}
