namespace SmartFlexBot.Recognition.Words;

/// <param name="Distance">Edits between the two as they sound; 0 when they sound alike.</param>
internal readonly record struct Correction(string Word, int Distance);

/// <summary>
/// The words of the catalogue, found by misspelling. Words are indexed by how they sound and by each form with one letter left out, so a
/// look-up costs the length of the word typed, whatever the size of the catalogue (the idea of SymSpell, at one deletion on each side).
/// </summary>
internal sealed class Vocabulary
{
    private const int ShortestWord = 3;
    private const int LongWord = 6;
    private const int MaximumCompared = 24;

    private readonly IReadOnlySet<string> _proper;
    private readonly Dictionary<int, string[]> _byForm;

    /// <param name="words">What can be meant.</param>
    /// <param name="proper">Those that need no correction.</param>
    public Vocabulary(IEnumerable<string> words, IReadOnlySet<string> proper)
    {
        string[] all = [.. words.Where(word => word.Length is >= 2 and <= Phonetics.MaximumLength)];
        _proper = proper;
        var forms = new Dictionary<int, List<string>>();
        Span<char> sound = stackalloc char[Phonetics.MaximumLength];
        foreach (var word in all.Where(word => word.Length >= ShortestWord).Order(StringComparer.Ordinal))
        {
            foreach (var form in Forms(sound[..Phonetics.Fold(word, sound)]))
            {
                (forms.TryGetValue(form, out var list) ? list : forms[form] = []).Add(word);
            }
        }
        _byForm = forms.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }

    public bool Contains(string word) => _proper.Contains(word);

    /// <summary>The nearest words, nearest first, at most <paramref name="into"/>.Length of them.</summary>
    public int Correct(ReadOnlySpan<char> typed, Span<Correction> into)
    {
        if (typed.Length is < ShortestWord or > Phonetics.MaximumLength)
        {
            return 0;
        }
        Span<char> sound = stackalloc char[Phonetics.MaximumLength];
        Span<char> other = stackalloc char[Phonetics.MaximumLength];
        sound = sound[..Phonetics.Fold(typed, sound)];
        var limit = sound.Length >= LongWord ? 2 : 1;
        var found = 0;
        Span<int> forms = stackalloc int[Phonetics.MaximumLength + 1];
        forms = forms[..WriteForms(sound, forms)];
        foreach (var form in forms)
        {
            if (!_byForm.TryGetValue(form, out var words))
            {
                continue;
            }
            foreach (var word in words.AsSpan(0, Math.Min(words.Length, MaximumCompared)))
            {
                var distance = EditDistance.Between(sound, other[..Phonetics.Fold(word, other)], limit);
                if (!typed.SequenceEqual(word) && distance <= limit && (distance == 0 || sound.Length >= LongWord || sound[0] == other[0]))
                {
                    found = Insert(new(word, distance), into, found, typed);
                }
            }
        }
        return found;
    }

    private static int Insert(Correction candidate, Span<Correction> into, int found, ReadOnlySpan<char> typed)
    {
        for (var i = 0; i < found; i++)
        {
            if (into[i].Word == candidate.Word)
            {
                return found;
            }
        }
        var place = found;
        while (place > 0 && Closer(candidate, into[place - 1], typed))
        {
            place--;
        }
        if (place == into.Length)
        {
            return found;
        }
        var last = Math.Min(found, into.Length - 1);
        for (var i = last; i > place; i--)
        {
            into[i] = into[i - 1];
        }
        into[place] = candidate;
        return last + 1;
    }

    private static bool Closer(Correction a, Correction b, ReadOnlySpan<char> typed) =>
        a.Distance != b.Distance
            ? a.Distance < b.Distance
            : EditDistance.Between(typed, a.Word, Phonetics.MaximumLength) < EditDistance.Between(typed, b.Word, Phonetics.MaximumLength);

    private static int[] Forms(ReadOnlySpan<char> sound)
    {
        Span<int> forms = stackalloc int[Phonetics.MaximumLength + 1];
        return forms[..WriteForms(sound, forms)].ToArray();
    }

    private static int WriteForms(ReadOnlySpan<char> sound, Span<int> forms)
    {
        var count = 0;
        for (var left = -1; left < sound.Length; left++)
        {
            var hash = 17;
            for (var i = 0; i < sound.Length; i++)
            {
                hash = i == left ? hash : unchecked((hash * 31) + sound[i]);
            }
            if (!forms[..count].Contains(hash))
            {
                forms[count++] = hash;
            }
        }
        return count;
    }
}
