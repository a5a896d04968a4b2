using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>A desk at which somebody always is, who can always take one more.</summary>
internal sealed class AttendedDesk : IDeskBoard
{
    public Task<DeskBoardView?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<DeskBoardView?>(new(
        [new("ana", "Ana", [], IsSupervisor: false, DeskPresence.Available, Capacity: 20, DateTimeOffset.MaxValue)], []));
}
