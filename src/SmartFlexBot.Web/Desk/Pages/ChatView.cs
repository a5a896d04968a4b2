using System.Globalization;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.Texts;

namespace SmartFlexBot.Web.Desk.Pages;

/// <summary>One chat as an agent may see it.</summary>
/// <param name="Lines">What was said; empty where only the rest is shown anew.</param>
/// <param name="Replies">Ready replies.</param>
/// <param name="Colleagues">To whom it can be passed.</param>
public sealed record ChatView(
    DeskWords Words,
    DeskAgent Agent,
    DeskChat Chat,
    DateTimeOffset Now,
    IReadOnlyList<ThreadLine> Lines,
    IReadOnlyList<CannedReply> Replies,
    IReadOnlyList<DeskAgentPresence> Colleagues)
{
    public HandOver HandOver => Chat.HandOver;

    /// <summary>Who has looked here; for supervisors alone, else empty.</summary>
    public IReadOnlyList<DeskLook> Looks { get; init; } = [];

    /// <summary>What this agent may do here: it decides which buttons there are. The desk itself decides again at each act.</summary>
    public ChatRights Rights =>
        !HandOver.IsOpen ? ChatRights.Look
        : HandOver.Owner is null ? ChatRights.Claim
        : HandOver.Owner.Id == Agent.Id ? ChatRights.Write
        : Agent.IsSupervisor ? ChatRights.TakeOver
        : ChatRights.Look;

    /// <summary>A supervisor may end and queue again whatever is open.</summary>
    public bool MayEnd => Rights == ChatRights.Write || (HandOver.IsOpen && Agent.IsSupervisor);

    /// <summary>Before Kraken has the device.</summary>
    public bool MayChangeDevices => Chat.ResumePoints.Contains(ResumePoint.Devices);

    /// <summary>Changes when what the agent may do has changed: buttons and dialogs come or go.</summary>
    public string Stamp => $"{Rights}/{MayChangeDevices}";

    public string Name => Words.NameOf(HandOver);

    public bool Speaks => Agent.Speaks(HandOver.Locale);

    public string State => HandOver switch
    {
        { Owner: { } owner } => Words.Get("talk.with", ("name", owner.Id == Agent.Id ? Words["talk.you"] : owner.Name)),
        { IsOpen: true } => Words["talk.waiting"],
        { Outcome: { } outcome } => $"{Words.Of(HandOver.State)}: {Words.Of(outcome)}",
        _ => Words.Of(HandOver.State),
    };

    public string AuthorOf(ThreadLine line) => line.Author switch
    {
        ThreadAuthor.Customer => line.Name is { Length: > 0 } name ? name : Name,
        ThreadAuthor.Bot => Words["talk.bot"],
        ThreadAuthor.Agent => line.Name ?? Words["role.agent"],
    };

    /// <summary>What has become of an agent's line.</summary>
    public string StateOf(ThreadLine line) => line switch
    {
        { Author: not ThreadAuthor.Agent } => "",
        { Undelivered: null } => Words["line.sent"],
        { Undelivered.State: UndeliveredState.Waiting } => Words["line.waits"],
        { Undelivered: { State: UndeliveredState.Uncertain, Reason: var reason } } => Words.Get("line.uncertain", ("reason", reason ?? "")),
        { Undelivered.Reason: var reason } => Words.Get("line.undelivered", ("reason", reason ?? "")),
    };

    public static string KindOf(ThreadLine line) => line.Author switch
    {
        ThreadAuthor.Customer => "customer",
        ThreadAuthor.Bot => "bot",
        ThreadAuthor.Agent => "agent",
    };

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What an agent may do in a chat that is open on their page.</summary>
public enum ChatRights
{
    Look,
    Claim,
    TakeOver,
    Write,
}
