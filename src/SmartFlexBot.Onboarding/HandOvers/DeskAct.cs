using System.Text.Json.Serialization;

namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>Something that an agent does in a chat. It enters the conversation's inbox and is a turn there, as everything is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(DeskAct.Claim), "claim")]
[JsonDerivedType(typeof(DeskAct.Say), "say")]
[JsonDerivedType(typeof(DeskAct.SendFile), "file")]
[JsonDerivedType(typeof(DeskAct.Note), "note")]
[JsonDerivedType(typeof(DeskAct.Transfer), "transfer")]
[JsonDerivedType(typeof(DeskAct.Edit), "edit")]
[JsonDerivedType(typeof(DeskAct.Promise), "promise")]
[JsonDerivedType(typeof(DeskAct.Settle), "settle")]
[JsonDerivedType(typeof(DeskAct.End), "end")]
public abstract record DeskAct
{
    private DeskAct() { }

    /// <summary>Takes the chat. One that another agent owns is taken by a supervisor alone, with a reason.</summary>
    /// <param name="InAnotherLanguage">The agent knows that they do not speak the customer's language, and takes it all the same.</param>
    /// <param name="Why">Required when it is taken from another agent.</param>
    public sealed record Claim(bool InAnotherLanguage = false, string? Why = null) : DeskAct;

    /// <summary>A message to the customer. The owner's alone.</summary>
    /// <param name="Text">Plain, at most <see cref="DeskAct.LongestText"/> characters.</param>
    public sealed record Say(string Text) : DeskAct;

    /// <summary>A file to the customer, which comes beside the act and never in it. The owner's alone.</summary>
    public sealed record SendFile : DeskAct;

    /// <summary>A note among agents; never reaches the customer. Any agent's, also after the end.</summary>
    public sealed record Note(string Text) : DeskAct;

    /// <summary>On to a colleague, or back to the queue. The owner's, or a supervisor's.</summary>
    /// <param name="To">The colleague's id; null for the queue.</param>
    /// <param name="Why">Required; never shown to the customer.</param>
    public sealed record Transfer(string? To, string Why) : DeskAct;

    /// <summary>Puts an answer right: the bot goes on with it, and asks the customer to confirm it. The owner's alone.</summary>
    public sealed record Edit(EditedAnswer Answer, string Make, string? Model) : DeskAct;

    /// <summary>Something promised to the customer, as a task that the bot knows of. The owner's alone.</summary>
    /// <param name="What">In the customer's language: the bot says it when asked.</param>
    /// <param name="For">Who does it: an agent's id; null for whoever is there.</param>
    public sealed record Promise(DeskTaskKind Kind, string What, DateTimeOffset DueAt, string? For) : DeskAct;

    /// <summary>A task is done. Any agent's, also after the end.</summary>
    public sealed record Settle(string TaskId) : DeskAct;

    /// <summary>Ends the hand-over and gives the chat back to the bot. The owner's, or a supervisor's in any state.</summary>
    /// <param name="HasToldLive">The agent has told the customer that the device is LIVE: the bot does not tell it again.</param>
    public sealed record End(HandOverOutcome Outcome, ResumePoint Resume = ResumePoint.AsItStands, bool HasToldLive = false) : DeskAct;

    /// <summary>Characters of a message, a note or a reason.</summary>
    public const int LongestText = 4000;
}

/// <summary>Which answer an agent puts right.</summary>
public enum EditedAnswer
{
    Vehicle,
    ChargePoint,
}

/// <summary>Where the bot goes on.</summary>
public enum ResumePoint
{
    /// <summary>At the step that follows from the facts as they are then.</summary>
    AsItStands,

    /// <summary>The devices are confirmed once more.</summary>
    Devices,

    /// <summary>The journey begins anew; what Kraken has is not undone.</summary>
    FromTheStart,
}

/// <summary>What has become of an act.</summary>
/// <param name="Refusal">Null when it was done.</param>
public sealed record DeskActResult(DeskRefusal? Refusal, DateTimeOffset At);

/// <summary>Why an act was not done.</summary>
public enum DeskRefusal
{
    /// <summary>Another agent owns the chat.</summary>
    OwnedByAnother,

    /// <summary>Nobody owns it, or another agent does: it has to be claimed first.</summary>
    NotYours,

    /// <summary>The hand-over has ended.</summary>
    Over,

    /// <summary>The agent does not speak the customer's language: <see cref="DeskAct.Claim.InAnotherLanguage"/> confirms it.</summary>
    AnotherLanguage,

    /// <summary>Only a supervisor may.</summary>
    NotAllowed,

    /// <summary>A text is empty or too long, a reason is missing, a date is past, or a task is not known.</summary>
    NotValid,

    /// <summary>Kraken has the device by now: no answer about it can be put right, and the bot goes on as it stands alone.</summary>
    Registered,

    /// <summary>No file came, it is of a kind that is not taken, too large, or there are enough of them.</summary>
    NoFile,

    /// <summary>The agent has as many chats as they can have: a supervisor may go over.</summary>
    AtCapacity,

    /// <summary>There is no such hand-over.</summary>
    Unknown,
}
