using SmartFlexBot.Onboarding.Journeys;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Journeys;

public sealed class BackwardsTests
{
    private static readonly (string Case, Journey Journey, Journey? Earlier)[] Table =
    [
        ("nothing was said", Fresh, null),
        ("the kind", Fresh with { Kind = Car }, Fresh),
        ("the car", Fresh with { Kind = Car, Vehicle = Tesla }, Fresh with { Kind = Car }),
        ("the charger before the car", Named, Fresh with { Vehicle = Tesla }),
        ("the charger alone", Fresh with { ChargePoint = Ohme }, Fresh),
        ("the confirmation", Confirmed, Named),
        ("the confirmation, with what is begun", Begun, Begun with { DevicesConfirmed = false, Chosen = null }),
        ("nothing once a device is registered", Begun with { DeviceId = "d-1" }, null),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_newest_answer_is_taken_back(string @case)
    {
        var row = Table.Single(row => row.Case == @case);

        Backwards.Of(row.Journey).ShouldBe(row.Earlier);
    }
}
