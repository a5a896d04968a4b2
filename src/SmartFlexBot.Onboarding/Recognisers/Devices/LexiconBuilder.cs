using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Recognisers.Words;

namespace SmartFlexBot.Onboarding.Recognisers.Devices;

/// <summary>Makes the tables of a <see cref="DeviceLexicon"/> from a catalogue.</summary>
internal sealed class LexiconBuilder
{
    private readonly List<Device> _devices = [];
    private readonly List<Family> _families = [];
    private readonly List<Make> _makes = [];
    private readonly NameKeys _keys = new();
    private readonly Dictionary<string, int> _makeIds = [];
    private readonly List<HashSet<string>> _makeKeys = [];

    public IReadOnlyList<Device> Devices => _devices;

    public IReadOnlyList<Family> Families => _families;

    public IReadOnlyList<Make> Makes => _makes;

    public Dictionary<string, NameEntry> Keys => _keys.Build();

    public Vocabulary Vocabulary => new(_keys.Words, _keys.ProperWords);

    public LexiconBuilder(IEnumerable<CatalogueEntry> tenant, MarketCatalogue market)
    {
        var rows = FamilyBuilder.Rows(tenant, market);
        AddMakes(rows);
        var aliases = new List<(Family Family, int Device, KnownRow Row)>();
        foreach (var (name, hasHead, members) in FamilyBuilder.Families(rows))
        {
            var family = AddFamily(name, hasHead, members);
            for (var i = 0; i < members.Count; i++)
            {
                var device = hasHead && i == 0 ? -1 : family.Variants[hasHead ? i - 1 : i];
                aliases.Add((family, device, members[i]));
            }
        }
        AddFamiliesToMakes();
        foreach (var family in _families)
        {
            AddName(family);
        }
        foreach (var family in _families)
        {
            AddGlued(family);
        }
        foreach (var (family, device, row) in aliases)
        {
            AddAliases(family, device, row);
        }
    }

    private void AddMakes(List<KnownRow> rows)
    {
        foreach (var group in rows.GroupBy(row => row.MakeKey))
        {
            var name = group.First().Entry.Make;
            _makeIds[group.Key] = _makes.Count;
            _makes.Add(new(_makes.Count, name, [], []));
            _makeKeys.Add([.. MakeNames.Of(name).Select(Normaliser.Compact)]);
            foreach (var words in MakeNames.Of(name).Select(NameWords.Of))
            {
                var strength = NameWords.StrengthOf(words);
                _keys.Add(words, new MakeTarget(_makeIds[group.Key], null, strength == Strength.Weak && words is [{ Length: 2 }] or [_, _, ..] && strength > Strength.Bound ? Strength.Strong : strength));
            }
        }
    }

    private void AddFamiliesToMakes()
    {
        foreach (var group in _families.GroupBy(family => family.Make))
        {
            _makes[group.Key] = _makes[group.Key] with
            {
                VehicleFamilies = [.. group.Where(family => family.Kind == DeviceKind.ElectricVehicle).Select(family => family.Id)],
                ChargePointFamilies = [.. group.Where(family => family.Kind == DeviceKind.ChargePoint).Select(family => family.Id)],
            };
        }
    }

    private Family AddFamily(string name, bool hasHead, List<KnownRow> members)
    {
        var first = _devices.Count;
        var familyWords = members.Take(hasHead ? 1 : 0).SelectMany(row => row.Aliases).Where(alias => !alias.Any(char.IsAsciiDigit) || name.Any(char.IsAsciiDigit)).SelectMany(Trims.Words).Where(word => word.Length > 1 && !NameWords.IsNumber(word) && !FamilyBuilder.TrimWords.Contains(word)).ToHashSet();
        var ownWords = Trims.Words(name).ToHashSet();
        foreach (var row in members)
        {
            var marks = row.Aliases.Prepend(row.Entry.Model)
                .Select(text => Trims.Words(text).Where(word => !ownWords.Contains(word) && word != "kwh" && !_makeKeys[_makeIds[row.MakeKey]].Contains(word)).ToArray())
                .SelectMany(mark => new[] { mark, [.. mark.Where(word => !familyWords.Contains(word))] })
                .Where(mark => mark.Length > 0)
                .DistinctBy(mark => string.Join(' ', mark))
                .ToArray();
            _devices.Add(new(_devices.Count, row.Entry, _families.Count, marks, row.Entry.BatterySize ?? row.Market?.BatterySizeInKwh));
        }
        var family = new Family(
            _families.Count,
            _makeIds[members[0].MakeKey],
            members[0].Entry.Kind,
            name,
            hasHead ? first : -1,
            [.. Enumerable.Range(first, members.Count).Skip(hasHead ? 1 : 0)],
            CueWords.Phrases.Find(Normaliser.Read(name)).Exists(hit => hit.Meaning == CueWords.Hybrid),
            [.. ownWords]);
        _families.Add(family);
        return family;
    }

    /// <summary>The name, and every run of its words as a part of it.</summary>
    private void AddName(Family family)
    {
        var words = NameWords.WithoutMake(NameWords.Of(family.Name), _makeKeys[family.Make]);
        words = words.Count > 0 ? words : NameWords.Of(family.Name);
        _keys.Add(words, new NameTarget(family.Id, -1, Fit.Full, NameWords.StrengthOf(words)));
        if (words.All(CueWords.ChargerWords.Contains) && _makes[family.Make].Families(family.Kind) is [_])
        {
            _keys.Add([.. NameWords.Of(_makes[family.Make].Name), .. words], new NameTarget(family.Id, -1, Fit.Full, Strength.Strong));
        }
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = 1; length <= words.Count - start; length++)
            {
                var part = words.GetRange(start, length);
                if (length < words.Count && string.Concat(part).Length > 1 && NameWords.WithoutPowertrain(part).Count == part.Count && !part.All(IsPowertrain) && !part.All(CueWords.ChargerWords.Contains))
                {
                    var tail = start > 0 && start + length == words.Count;
                    _keys.Add(part, new NameTarget(family.Id, -1, Fit.Part, NameWords.StrengthOf(part), tail, words.Except(part).Count(word => !IsPowertrain(word))));
                }
            }
        }
    }

    /// <summary>"teslamodel3", unless the name is that of a whole line.</summary>
    private void AddGlued(Family family)
    {
        var words = NameWords.WithoutMake(NameWords.Of(family.Name), _makeKeys[family.Make]);
        if (words.Count > 0 && _keys.Names(string.Concat(words)).Count(target => target.IsTail && _families[target.Family].Make == family.Make) < 2)
        {
            List<string> whole = [.. NameWords.Of(_makes[family.Make].Name), .. words];
            _keys.Add(whole, new NameTarget(family.Id, -1, Fit.Full, NameWords.StrengthOf(whole)));
        }
    }

    private void AddAliases(Family family, int device, KnownRow row)
    {
        if (device >= 0)
        {
            var words = NameWords.WithoutMake(NameWords.Of(row.Entry.Model), _makeKeys[family.Make]);
            _keys.Add(words, new NameTarget(family.Id, device, Fit.Full, NameWords.StrengthOf(words)));
        }
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
        var core = NameWords.WithoutMake(words, _makeKeys[family.Make]);
        var named = core.Where(word => !IsPowertrain(word)).ToList();
        var charger = family.Kind == DeviceKind.ChargePoint && named.Exists(CueWords.ChargerWords.Contains);
        if (charger)
        {
            named.RemoveAll(CueWords.ChargerWords.Contains);
        }
        if (_makeIds.ContainsKey(string.Concat(core)) && string.Concat(core) != Normaliser.Compact(family.Name) || named is [var only] && MakeNames.SoundsLike(only, _makes[family.Make].Name))
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
            _keys.Add(core, new NameTarget(family.Id, device, Fit.Alias, weak && strength > Strength.Weak ? Strength.Weak : strength));
        }
        // "tesla s" without the space is several Teslas.
        if (core.Count < words.Count && core is not ["s"])
        {
            _keys.Add(words, new NameTarget(family.Id, device, Fit.Alias, weak || NameWords.StrengthOf(words) < Strength.Strong ? Strength.Weak : Strength.Strong));
        }
    }

    /// <summary>"tesla charger" says the make and the kind; where the make has one charger only, it says the model too.</summary>
    private void AddMakeAlias(Family family, int device, List<string> words, bool charger, bool weak)
    {
        var single = _makes[family.Make].Families(family.Kind) is [_];
        if (charger && single)
        {
            _keys.Add(words, new NameTarget(family.Id, device, Fit.Alias, Strength.Strong));
        }
        else
        {
            _keys.Add(words, new MakeTarget(family.Make, charger ? family.Kind : null, weak ? Strength.Weak : Strength.Strong));
        }
    }

    /// <summary>"alfen eve" stands in the list beside one Eve, but is as good a name of another: then it is an alias of neither.</summary>
    private bool IsPartOfOthers(Family family, string key)
    {
        var parts = _keys.Names(key).Where(target => target.Fit == Fit.Part && _families[target.Family].Make == family.Make && _families[target.Family].Kind == family.Kind).ToList();
        var own = parts.FindIndex(target => target.Family == family.Id);
        return own >= 0 && parts.Exists(target => target.Family != family.Id && target.LeftOver <= parts[own].LeftOver);
    }

    private static bool IsPowertrain(string word) => CueWords.ElectricWords.Contains(word) || CueWords.HybridWords.Contains(word);
}
