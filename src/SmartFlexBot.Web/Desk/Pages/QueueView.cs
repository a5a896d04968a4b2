using System.Globalization;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Web.Desk.Texts;

namespace SmartFlexBot.Web.Desk.Pages;

/// <summary>Who waits, whose chats are whose, and what is to be done.</summary>
public sealed record QueueView(DeskWords Words, DeskAgent Agent, DeskBoard Board, DateTimeOffset Now)
{
    public IEnumerable<HandOver> Own => Board.Active.Where(IsOwn);

    public IEnumerable<HandOver> Others => Board.Active.Where(handOver => !IsOwn(handOver));

    /// <summary>Ours, and what nobody has by name.</summary>
    public IEnumerable<DeskTask> Tasks => Board.Tasks.Where(task => task.For is null || task.For == Agent.Id || Agent.IsSupervisor);

    public bool IsOwn(HandOver handOver) => handOver.Owner?.Id == Agent.Id;

    public static bool IsFlagged(HandOver handOver) => HandOverRules.Of(handOver.Reason).IsFlagged;

    public bool IsOverdue(DeskTask task) => task.DueAt <= Now;

    public string ChannelOf(HandOver handOver) => Words.Named("channel", handOver.Conversation.Split('|')[0]);

    public string? PassedTo(HandOver handOver) => handOver.PassedTo is { } id
        ? Board.Agents.FirstOrDefault(agent => agent.Id == id)?.Name ?? id
        : null;

    /// <summary>Changes when something that its row shows has changed.</summary>
    public string Stamp(HandOver handOver) => string.Join('/', handOver.State, handOver.Owner?.Id, handOver.PassedTo, handOver.IsUnanswered,
        handOver.Reason, handOver.Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), handOver.CustomerName);

    public string Stamp(DeskTask task) => $"{task.DueAt:O}/{IsOverdue(task)}/{task.What}";
}
