namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>Who may do what in a chat. Pure.</summary>
public static class DeskActRules
{
    private const int LongestId = 64;

    /// <param name="open">The hand-over as it is; null when it has ended.</param>
    /// <param name="board">Who has how many chats; null where nobody counts.</param>
    /// <returns>Why it is not done; null when it may be.</returns>
    public static DeskRefusal? Refuse(DeskAct act, DeskAgent by, HandOver? open, DeskBoardView? board, DateTimeOffset now) => act switch
    {
        _ when !IsValid(act, now) => DeskRefusal.NotValid,
        DeskAct.Note or DeskAct.Settle => null,
        _ when open is null => DeskRefusal.Over,
        DeskAct.Claim claim => RefuseClaim(claim, by, open, board),
        DeskAct.End or DeskAct.Transfer when by.IsSupervisor => null,
        _ when open.Owner is { } owner => owner.Id == by.Id ? null : DeskRefusal.OwnedByAnother,
        _ => DeskRefusal.NotYours,
    };

    private static DeskRefusal? RefuseClaim(DeskAct.Claim claim, DeskAgent by, HandOver open, DeskBoardView? board) => open.Owner switch
    {
        { } owner when owner.Id == by.Id => null,
        // A supervisor who gives no reason did not know that somebody has it already.
        { } when !by.IsSupervisor || string.IsNullOrWhiteSpace(claim.Why) => DeskRefusal.OwnedByAnother,
        _ when !by.IsSupervisor && board?.IsFull(by.Id) is true => DeskRefusal.AtCapacity,
        _ => by.Speaks(open.Locale) || claim.InAnotherLanguage ? null : DeskRefusal.AnotherLanguage,
    };

    private static bool IsValid(DeskAct act, DateTimeOffset now) => act switch
    {
        DeskAct.Claim claim => claim.Why is null || claim.Why.Length <= DeskAct.LongestText,
        DeskAct.Say say => IsText(say.Text),
        DeskAct.SendFile => true,
        DeskAct.Note note => IsText(note.Text),
        DeskAct.Transfer transfer => IsText(transfer.Why) && (transfer.To is null || transfer.To.Length <= LongestId * 4),
        DeskAct.Edit edit => Enum.IsDefined(edit.Answer) && !string.IsNullOrWhiteSpace(edit.Make),
        DeskAct.Promise promise => Enum.IsDefined(promise.Kind) && promise.DueAt > now && promise.What is { Length: <= DeskAct.LongestText }
            && (promise.Kind != DeskTaskKind.Other || IsText(promise.What)),
        DeskAct.Settle settle => settle.TaskId is { Length: > 0 and <= LongestId },
        DeskAct.End end => Enum.IsDefined(end.Outcome) && Enum.IsDefined(end.Resume),
        _ => false,
    };

    /// <summary>Acts come from a page as JSON: what is absent is null.</summary>
    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= DeskAct.LongestText;
}
