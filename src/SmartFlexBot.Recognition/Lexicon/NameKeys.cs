using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Lexicon;

/// <summary>Collects, while the lexicon is made, what each key can mean.</summary>
internal sealed class NameKeys
{
    /// <summary>A key that means more than this means nothing: "tesla" plus a bare word would otherwise list a whole catalogue.</summary>
    private const int MaximumTargets = 64;

    public const int LongestKey = 40;

    private readonly Dictionary<string, List<NameTarget>> _names = [];
    private readonly Dictionary<string, List<MakeTarget>> _makes = [];
    private readonly HashSet<string> _words = [];
    private readonly HashSet<string> _properWords = [];

    /// <summary>What a misspelt word may be put right to.</summary>
    public IEnumerable<string> Words => _words;

    /// <summary>The words of names; those of aliases alone may be misspelt themselves ("modle 3").</summary>
    public IReadOnlySet<string> ProperWords => _properWords;

    public void Add(IReadOnlyList<string> words, NameTarget target)
    {
        var key = string.Concat(words);
        if (key.Length is 0 or > LongestKey)
        {
            return;
        }
        var targets = _names.TryGetValue(key, out var list) ? list : _names[key] = [];
        var same = targets.FindIndex(other => other.Family == target.Family && other.Device == target.Device);
        if (same < 0)
        {
            if (targets.Count < MaximumTargets)
            {
                targets.Add(target);
            }
        }
        else if (targets[same].Fit < target.Fit || targets[same].Fit == target.Fit && targets[same].Strength < target.Strength)
        {
            targets[same] = target;
        }
        Learn(words, proper: target.Fit != Fit.Alias);
    }

    public void Add(IReadOnlyList<string> words, MakeTarget target)
    {
        var key = string.Concat(words);
        if (key.Length is 0 or > LongestKey)
        {
            return;
        }
        var targets = _makes.TryGetValue(key, out var list) ? list : _makes[key] = [];
        var same = targets.FindIndex(other => other.Make == target.Make && other.Kind == target.Kind);
        if (same < 0)
        {
            targets.Add(target);
        }
        else if (targets[same].Strength < target.Strength)
        {
            targets[same] = target;
        }
        Learn(words, proper: true);
        _words.Add(key);
    }

    public IReadOnlyList<NameTarget> Names(string key) => _names.TryGetValue(key, out var list) ? list : [];

    public Dictionary<string, NameEntry> Build() => _names.Keys.Union(_makes.Keys).ToDictionary(
        key => key,
        key => new NameEntry(
            _names.TryGetValue(key, out var names) ? [.. names] : [],
            _makes.TryGetValue(key, out var makes) ? [.. makes] : []));

    private void Learn(IReadOnlyList<string> words, bool proper)
    {
        foreach (var word in words)
        {
            foreach (var token in Normaliser.Read(word).Tokens)
            {
                if (!token.IsNumber)
                {
                    _words.Add(token.Text);
                    if (proper)
                    {
                        _properWords.Add(token.Text);
                    }
                }
            }
        }
    }
}
