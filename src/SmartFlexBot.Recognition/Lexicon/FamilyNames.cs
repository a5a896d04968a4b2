using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Lexicon;

/// <summary>Gives every family its keys: the name, the parts of it, and the aliases that are really its own.</summary>
internal sealed class FamilyNames(
    NameKeys keys, IReadOnlyList<Family> families, IReadOnlyList<Make> makes, IReadOnlyList<HashSet<string>> makeKeys)
{
    private readonly HashSet<string> _knownMakes = [.. makes.Select(make => MakeNames.KeyOf(make.Name))];

    /// <summary>All names first: whether an alias is also part of another name shows only then.</summary>
    public void Add(List<(Family Family, int Device, KnownRow Row)> aliases)
    {
        foreach (var family in families)
        {
            AddName(family);
        }
        foreach (var family in families)
        {
            AddGlued(family);
        }
        foreach (var (family, device, row) in aliases)
        {
            AddAliases(family, device, row);
        }
    }

    /// <summary>The name, and every run of its words as a part of it.</summary>
    private void AddName(Family family)
    {
        var words = NameWords.WithoutMake(NameWords.Of(family.Name), makeKeys[family.Make]);
        words = words.Count > 0 ? words : NameWords.Of(family.Name);
        keys.Add(words, new NameTarget(family.Id, -1, Fit.Full, NameWords.StrengthOf(words)));
        if (words.All(CueWords.ChargerWords.Contains) && makes[family.Make].Families(family.Kind) is [_])
        {
            keys.Add([.. NameWords.Of(makes[family.Make].Name), .. words], new NameTarget(family.Id, -1, Fit.Full, Strength.Strong));
        }
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = 1; length <= words.Count - start; length++)
            {
                var part = words.GetRange(start, length);
                if (length < words.Count && IsTelling(part))
                {
                    var tail = start > 0 && start + length == words.Count;
                    var leftOver = words.Except(part).Count(word => !IsPowertrain(word));
                    keys.Add(part, new NameTarget(family.Id, -1, Fit.Part, NameWords.StrengthOf(part), tail, leftOver));
                }
            }
        }
    }

    /// <summary>More than letters, and not only what many others are called as well.</summary>
    private static bool IsTelling(List<string> part) =>
        part.Exists(word => word.Length > 1)
        && NameWords.WithoutPowertrain(part).Count == part.Count
        && !part.TrueForAll(IsPowertrain)
        && !CueWords.IsAll(CueWords.Hybrid, part)
        && !part.TrueForAll(CueWords.ChargerWords.Contains);

    /// <summary>"teslamodel3", unless the name is that of a whole line.</summary>
    private void AddGlued(Family family)
    {
        var words = NameWords.WithoutMake(NameWords.Of(family.Name), makeKeys[family.Make]);
        var line = keys.Names(string.Concat(words)).Count(target => target.IsTail && families[target.Family].Make == family.Make);
        if (line < 2)
        {
            List<string> whole = [.. NameWords.Of(makes[family.Make].Name), .. words];
            keys.Add(whole, new NameTarget(family.Id, -1, Fit.Full, NameWords.StrengthOf(whole)));
        }
    }

    private void AddAliases(Family family, int device, KnownRow row)
    {
        var words = NameWords.WithoutMake(NameWords.Of(row.Entry.Model), makeKeys[family.Make]);
        keys.Add(words, new NameTarget(family.Id, device, Fit.Full, NameWords.StrengthOf(words)));
        foreach (var alias in row.Aliases)
        {
            AddAlias(family, device, alias, weak: false);
        }
        foreach (var alias in row.WeakAliases)
        {
            AddAlias(family, device, alias, weak: true);
        }
    }

    private void AddAlias(Family family, int device, string alias, bool weak)
    {
        var words = NameWords.Of(alias);
        if (words is ["the", _])
        {
            words.RemoveAt(0);
        }
        var core = NameWords.WithoutMake(words, makeKeys[family.Make]);
        var named = core.Where(word => !IsPowertrain(word)).ToList();
        var charger = family.Kind == DeviceKind.ChargePoint && named.Exists(CueWords.ChargerWords.Contains);
        if (charger)
        {
            named.RemoveAll(CueWords.ChargerWords.Contains);
        }
        var isOtherMake = _knownMakes.Contains(string.Concat(core)) && string.Concat(core) != Normaliser.Compact(family.Name);
        if (isOtherMake || named is [var only] && MakeNames.SoundsLike(only, makes[family.Make].Name))
        {
            named = [];
        }
        if (named.Count == 0)
        {
            AddMakeAlias(family, device, words, charger, weak);
            return;
        }
        var key = string.Concat(core);
        if (device < 0 && IsPartOfOthers(family, key) || device < 0 && IsPartOfOthers(family, string.Concat(named)))
        {
            return;
        }
        var strength = NameWords.StrengthOf(core);
        if (!CueWords.Sockets.Contains(key))
        {
            keys.Add(core, new NameTarget(family.Id, device, Fit.Alias, weak && strength > Strength.Weak ? Strength.Weak : strength));
        }
        // "tesla s" without the space is several Teslas.
        if (core.Count < words.Count && core is not ["s"])
        {
            var isWeak = weak || NameWords.StrengthOf(words) < Strength.Strong;
            keys.Add(words, new NameTarget(family.Id, device, Fit.Alias, isWeak ? Strength.Weak : Strength.Strong));
        }
    }

    /// <summary>"tesla charger" says the make and the kind; where the make has one charger only, it says the model too.</summary>
    private void AddMakeAlias(Family family, int device, List<string> words, bool charger, bool weak)
    {
        var single = makes[family.Make].Families(family.Kind) is [_];
        if (charger && single)
        {
            keys.Add(words, new NameTarget(family.Id, device, Fit.Alias, Strength.Strong));
        }
        else
        {
            var strength = CueWords.ChargerWords.Contains(string.Concat(words)) ? Strength.Bound : weak ? Strength.Weak : Strength.Strong;
            keys.Add(words, new MakeTarget(family.Make, charger ? family.Kind : null, strength));
        }
    }

    /// <summary>"alfen eve" stands in the list beside one Eve, but is as good a name of another: then it is an alias of neither.</summary>
    private bool IsPartOfOthers(Family family, string key)
    {
        var parts = keys.Names(key).Where(target => target.Fit == Fit.Part && families[target.Family].IsOfSameMake(family)).ToList();
        var own = parts.FindIndex(target => target.Family == family.Id);
        return own >= 0 && parts.Exists(target => target.Family != family.Id && target.LeftOver <= parts[own].LeftOver);
    }

    private static bool IsPowertrain(string word) => CueWords.ElectricWords.Contains(word) || CueWords.HybridWords.Contains(word);
}
