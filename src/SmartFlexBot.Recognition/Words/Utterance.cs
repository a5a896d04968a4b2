namespace SmartFlexBot.Recognition.Words;

/// <summary>The smallest piece that is matched: a run of letters, a number, or one symbol; lower case, without accents.</summary>
/// <param name="Start">Where it begins in the customer's text.</param>
/// <param name="End">Where it ends in the customer's text.</param>
/// <param name="Word">Atoms that were written together ("ionik5") share a word.</param>
/// <param name="AfterBreak">A comma, stop, line or plus sign stands before it.</param>
internal readonly record struct Atom(string Text, int Start, int End, int Word, bool IsNumber, bool AfterBreak);

/// <summary>One utterance in atoms. Text past the limits of <see cref="Normaliser"/> is not read.</summary>
internal sealed record Utterance(string Source, IReadOnlyList<Atom> Atoms, bool HasQuestionMark)
{
    public int Count => Atoms.Count;

    /// <summary>The customer's own words from one atom to another.</summary>
    public string Words(int start, int length) => Source[Atoms[start].Start..Atoms[start + length - 1].End];

    public bool IsWordStart(int atom) => atom == 0 || Atoms[atom].Word != Atoms[atom - 1].Word;

    public bool IsWordEnd(int end) => end == Count || Atoms[end].Word != Atoms[end - 1].Word;
}
