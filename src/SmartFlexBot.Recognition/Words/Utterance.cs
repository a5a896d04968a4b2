namespace SmartFlexBot.Recognition.Words;

/// <summary>The smallest piece that is matched: a run of letters, a number, or one symbol; lower case, without accents.</summary>
/// <param name="Start">Where it begins in the customer's text.</param>
/// <param name="End">Where it ends in the customer's text.</param>
/// <param name="Word">Tokens that were written together ("ionik5") share a word.</param>
/// <param name="AfterBreak">A comma, stop, line or plus sign stands before it.</param>
internal readonly record struct Token(string Text, int Start, int End, int Word, bool IsNumber, bool AfterBreak);

/// <summary>One utterance in tokens.</summary>
/// <param name="IsCut">There is more text, past the limits of <see cref="Normaliser"/>, and nobody read it.</param>
internal sealed record Utterance(string Source, IReadOnlyList<Token> Tokens, bool HasQuestionMark, bool IsCut)
{
    public int Count => Tokens.Count;

    /// <summary>The customer's own words from one token to another.</summary>
    public string Words(int start, int length) => Source[Tokens[start].Start..Tokens[start + length - 1].End];

    public bool IsWordStart(int token) => token == 0 || Tokens[token].Word != Tokens[token - 1].Word;

    public bool IsWordEnd(int end) => end == Count || Tokens[end].Word != Tokens[end - 1].Word;
}
