namespace SmartFlexBot.Tests.Architecture;

/// <summary>Inside a room the folders form no circle: who reads one folder has to know those below it, not all the others.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Rooms => ArrowsTests.Rooms;

    [Theory]
    [MemberData(nameof(Rooms))]
    public void The_folders_of_a_room_form_no_circle(string room) => FolderArrows.Of(room).Circles().ShouldBeEmpty();

    [Fact]
    public void Arrows_are_read_from_the_compiled_code() =>
        FolderArrows.Of("Web").Arrows.Keys.ShouldContain(("SignIn", "Page"));

    [Fact]
    public void A_circle_is_noticed_and_named()
    {
        var arrows = new FolderArrows(new Dictionary<(string, string), string>
        {
            [("Tariffs", "Journeys")] = "TariffStep uses Journey",
            [("Journeys", "Turns")] = "Journey uses Turn",
            [("Turns", "Tariffs")] = "Turn uses TariffStep",
            [("Live", "Journeys")] = "LiveStep uses Journey",
        });

        arrows.Circles().ShouldBe(
            ["Tariffs -> Journeys: TariffStep uses Journey", "Journeys -> Turns: Journey uses Turn",
                "Turns -> Tariffs: Turn uses TariffStep"]);
    }
}
