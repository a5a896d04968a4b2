using Microsoft.Extensions.Options;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.SignIn;

namespace SmartFlexBot.Web.Desk.Acts;

/// <summary>Tells the desk that an agent is here. Whoever opens it is available, unless they were on a break.</summary>
internal sealed class DeskPresences(IDesk desk, IOptions<DeskOptions> options)
{
    public Task AttendAsync(DeskAgent agent, DeskPresence state, CancellationToken cancellationToken) =>
        desk.AttendAsync(agent, state, options.Value.Capacity, cancellationToken);

    public static DeskPresence StateOf(DeskAgent agent, DeskBoard board) =>
        board.Agents.FirstOrDefault(known => known.Id == agent.Id) is { State: DeskPresence.Away } ? DeskPresence.Away
        : DeskPresence.Available;
}
