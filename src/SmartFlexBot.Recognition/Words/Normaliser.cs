namespace SmartFlexBot.Recognition.Words;

/// <summary>
/// Text to tokens in one pass over at most <see cref="MaximumCharacters"/> characters. Letters and digits are split where they meet, so
/// that "ionik5", "ionik 5" and "ionik-5" are the same tokens; combining marks vanish.
/// </summary>
internal static class Normaliser
{
    public const int MaximumCharacters = 600;
    public const int MaximumTokens = 80;

    // English contractions stay one word ("don't"); French and Italian elisions are two ("l'auto").
    private static readonly string[] ContractionEnds = ["t", "s", "re", "ve", "ll", "d", "m"];

    public static Utterance Read(string? text)
    {
        var source = text ?? "";
        var length = Math.Min(source.Length, MaximumCharacters);
        var tokens = new List<Token>(16);
        Span<char> buffer = stackalloc char[2 * MaximumCharacters];
        Span<char> one = stackalloc char[1];
        var word = 0;
        var afterBreak = false;
        var question = false;
        var i = 0;

        while (i < length && tokens.Count < MaximumTokens)
        {
            var kind = Letters.KindOf(source, i);
            switch (kind)
            {
                case CharacterKind.Letter:
                case CharacterKind.Digit:
                    var start = i;
                    var written = 0;
                    while (i < length && (Continues(source, i, length, kind) || Letters.IsMark(source[i])))
                    {
                        if (!Letters.IsMark(source[i]) && source[i] is not ('\'' or '’'))
                        {
                            var folded = Letters.FoldLetter(source[i], one);
                            folded.CopyTo(buffer[written..]);
                            written += folded.Length;
                        }
                        i++;
                    }
                    Add(tokens, AsNumber(buffer[..written], kind), start, i, kind == CharacterKind.Digit);
                    break;
                case CharacterKind.Symbol:
                    var width = char.IsSurrogatePair(source, i) ? 2 : 1;
                    word++;
                    Add(tokens, source.Substring(i, width), i, i + width, number: false);
                    word++;
                    i += width;
                    break;
                default:
                    Separate(source, i, length, tokens);
                    i++;
                    break;
            }
        }
        return new(source, tokens, question, IsCut: i < source.Length);

        void Add(List<Token> to, string token, int start, int end, bool number)
        {
            to.Add(new(token, start, end, word, number, afterBreak));
            afterBreak = false;
        }

        void Separate(string from, int at, int end, List<Token> to)
        {
            var before = at > 0 && char.IsLetterOrDigit(from[at - 1]);
            var after = at + 1 < end && char.IsLetterOrDigit(from[at + 1]);
            switch (from[at])
            {
                case '+' when before && !after:
                    Add(to, "plus", at, at + 1, number: false);
                    break;
                case '#' when after:
                    word++;
                    Add(to, "hashtag", at, at + 1, number: false);
                    word++;
                    break;
                case '&':
                    word++;
                    Add(to, "and", at, at + 1, number: false);
                    word++;
                    break;
                case '-' or '.' or '_' or '/' or ':' or '\'' or '’' when before && after:
                    word++;
                    break;
                default:
                    question |= from[at] is '?' or '¿' or '？' or '؟';
                    afterBreak |= IsBreak(from[at]) && !(before && after) || from[at] == '\n';
                    word++;
                    break;
            }
        }
    }

    /// <summary>The tokens of a phrase of our own, without spaces: the form in which names are looked up.</summary>
    public static string Compact(string text) => string.Concat(Read(text).Tokens.Select(token => token.Text));

    private static bool IsBreak(char c) =>
        c is ',' or '.' or ';' or ':' or '!' or '?' or '+' or '/' or '(' or ')' or '-' or '–' or '—';

    private static bool Continues(string text, int i, int length, CharacterKind kind)
    {
        var next = Letters.KindOf(text, i);
        if (next == kind)
        {
            return true;
        }
        var inside = i > 0 && i + 1 < length;
        return kind switch
        {
            CharacterKind.Digit => text[i] is '.' or ',' && inside && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i - 1]),
            CharacterKind.Letter => text[i] is '\'' or '’' && inside && IsContraction(text.AsSpan(i + 1, Math.Min(3, length - i - 1))),
            _ => false,
        };
    }

    private static bool IsContraction(ReadOnlySpan<char> rest)
    {
        foreach (var end in ContractionEnds)
        {
            if (rest.StartsWith(end, StringComparison.OrdinalIgnoreCase) && (rest.Length == end.Length || !char.IsLetter(rest[end.Length])))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"3.0" and "3" are one version; "64,8" and "64.8" are one size.</summary>
    private static string AsNumber(Span<char> token, CharacterKind kind)
    {
        if (kind == CharacterKind.Digit)
        {
            token.Replace(',', '.');
            if (((ReadOnlySpan<char>)token).EndsWith(".0") && token.IndexOf('.') == token.Length - 2)
            {
                token = token[..^2];
            }
        }
        return token.ToString();
    }
}
