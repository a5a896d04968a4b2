using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Requests;

/// <summary>
/// A command is one only when the utterance is about nothing else ("help the children" is not: botframework-solutions#539). What is
/// dangerous counts wherever it is said.
/// </summary>
public static class CommandRecogniser
{
    private const string Filler = "filler";
    private const string LanguagePrefix = nameof(CommandKind.Language) + ":";

    /// <summary>Of several commands in one utterance, the first of these.</summary>
    private static readonly CommandKind[] Order =
    [
        CommandKind.SmellOfBurning, CommandKind.NoPower, CommandKind.Complaint, CommandKind.CoolingOff, CommandKind.WithdrawConsent, CommandKind.Privacy, CommandKind.Human,
        CommandKind.StartOver, CommandKind.Language, CommandKind.Cancel, CommandKind.Change, CommandKind.Back, CommandKind.Status, CommandKind.Help, CommandKind.Frustration,
    ];

    private static readonly PhraseBook Phrases = new(WordLists.Phrases(list => list.Commands));

    public static CustomerCommand? Recognise(string text) => Recognise(Normaliser.Read(text));

    internal static CustomerCommand? Recognise(Utterance utterance)
    {
        var hits = Phrases.Find(utterance);
        if (!hits.Exists(hit => hit.Meaning != Filler))
        {
            return null;
        }
        var covered = new bool[utterance.Count];
        foreach (var hit in hits)
        {
            Array.Fill(covered, true, hit.Start, hit.Length);
        }
        var wholly = Array.TrueForAll(covered, atom => atom);
        return hits
            .Where(hit => hit.Meaning != Filler && !IsInside(hit, hits))
            .Select(hit => Command(hit.Meaning))
            .Where(command => wholly || command.IsSafety)
            .OrderBy(command => Array.IndexOf(Order, command.Kind))
            .ThenBy(command => command.Language is null)
            .FirstOrDefault();
    }

    private static CustomerCommand Command(string meaning) =>
        meaning.StartsWith(LanguagePrefix, StringComparison.Ordinal) ? new(CommandKind.Language, meaning[LanguagePrefix.Length..]) : new(Enum.Parse<CommandKind>(meaning));

    /// <summary>"change language" is no "change".</summary>
    private static bool IsInside(PhraseHit hit, List<PhraseHit> hits) =>
        hits.Exists(other => other.Meaning != Filler && other.Length > hit.Length && other.Start <= hit.Start && other.End >= hit.End);
}
