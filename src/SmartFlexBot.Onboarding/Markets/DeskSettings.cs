namespace SmartFlexBot.Onboarding.Markets;

/// <summary>How people of the supplier take over chats; a market without it has a phone number alone.</summary>
/// <remarks>The generated JSON reader sets what is absent to nothing: what is usual says so in its getter.</remarks>
public sealed record DeskSettings
{
    /// <summary>When the desk is open, in the market's time zone. A day may have several spans; one without is closed.</summary>
    public required IReadOnlyList<DeskHours> Hours { get; init; }

    /// <summary>Days on which it is closed all the same.</summary>
    public IReadOnlyList<DateOnly> Holidays { get => field ?? []; init; } = [];

    /// <summary>Reasons that lead to a person in another way than <see cref="HandOverRules"/> says.</summary>
    public IReadOnlyDictionary<HandOverReason, HandOverWay> Ways { get => field ?? new Dictionary<HandOverReason, HandOverWay>(); init; } =
        new Dictionary<HandOverReason, HandOverWay>();

    /// <summary>So long a hub may take to say that it has a hand-over.</summary>
    public int AcceptMinutes { get => field > 0 ? field : 1; init; }

    /// <summary>A customer who has said nothing for so long in the queue is asked once whether they still wait.</summary>
    public int QuietMinutes { get => field > 0 ? field : 10; init; }

    /// <summary>Who does not answer that for so long has gone.</summary>
    public int GoneMinutes { get => field > 0 ? field : 5; init; }

    /// <summary>After so long in the queue the customer is told that nobody came, and the bot goes on.</summary>
    public int LongestWaitMinutes { get => field > 0 ? field : 30; init; }

    /// <summary>An owner whose browser has been gone for so long loses the chat to the queue.</summary>
    public int OwnerGoneMinutes { get => field > 0 ? field : 3; init; }

    /// <summary>When nobody is there, a colleague gets in touch by so many opening hours later.</summary>
    public int CallBackHours { get => field > 0 ? field : 4; init; }

    /// <summary>What may be sent along while a chat is a person's.</summary>
    public DeskFileSettings Files { get => field ?? new(); init; } = new();
}

/// <summary>Limits of files, in both directions.</summary>
public sealed record DeskFileSettings
{
    /// <summary>Of one file; more than it can have is <see cref="Most"/>.</summary>
    public int Kilobytes { get => field > 0 ? field : 4096; init; }

    public int Bytes => Kilobytes * 1024;

    /// <summary>Of one hand-over.</summary>
    public int Number { get => field > 0 ? field : 20; init; }

    /// <summary>How long each is kept.</summary>
    public int Days { get => field > 0 ? field : 30; init; }

    /// <summary>One is a record, which is read and written as a whole.</summary>
    public static DeskFileSettings Most { get; } = new() { Kilobytes = 8192, Number = 100, Days = 400 };
}

/// <param name="From">Such as "08:00".</param>
/// <param name="Until">Later on the same day; "24:00" is written "23:59".</param>
public sealed record DeskHours(DayOfWeek Day, TimeOnly From, TimeOnly Until);
