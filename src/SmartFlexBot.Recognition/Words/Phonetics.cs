namespace SmartFlexBot.Recognition.Words;

/// <summary>Spells a word the way it sounds in our five languages, roughly: "wolksvagen" and "volkswagen" become one.</summary>
internal static class Phonetics
{
    public const int MaximumLength = 24;

    /// <summary>Writes the folded form of <paramref name="word"/> and returns its length; what does not fit is dropped.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var (letter, taken) = Sound(word[i], next);
            i += taken - 1;
            length = Append(letter == 'x' ? 'k' : letter, into, length);
            if (letter == 'x')
            {
                length = Append('s', into, length);
            }
        }
        return length > 3 && into[length - 1] == 'e' && into[length - 2] is not ('a' or 'e' or 'i' or 'o' or 'u') ? length - 1 : length;
    }

    private static int Append(char letter, Span<char> into, int length)
    {
        if (length < into.Length && (length == 0 || into[length - 1] != letter))
        {
            into[length++] = letter;
        }
        return length;
    }

    private static (char Letter, int Taken) Sound(char letter, char next) => (letter, next) switch
    {
        ('p', 'h') => ('f', 2),
        ('c', 'k') or ('q', 'u') => ('k', 2),
        ('c', 'h') => ('c', 2),
        ('c', 'e' or 'i' or 'y') => ('s', 1),
        ('c', _) or ('q', _) => ('k', 1),
        ('e' or 'i', 'e' or 'i' or 'a') when letter == 'e' || next == 'e' => ('i', 2),
        ('o', 'o') => ('u', 2),
        ('z', _) => ('s', 1),
        ('w', _) => ('v', 1),
        ('y', _) => ('i', 1),
        _ => (letter, 1),
    };
}
