using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Names;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Lexicon;

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
        new FamilyNames(_keys, _families, _makes, _makeKeys).Add(aliases);
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
                _keys.Add(words, new MakeTarget(_makeIds[group.Key], null, StrengthOfMake(words)));
            }
        }
    }

    /// <summary>"MG" is short and "Pod Point" two everyday words, but as makes they are clear.</summary>
    private static Strength StrengthOfMake(List<string> words)
    {
        var strength = NameWords.StrengthOf(words);
        return strength == Strength.Weak && words is [{ Length: 2 }] or [_, _, ..] ? Strength.Strong : strength;
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
        var ownWords = Trims.Words(name).ToHashSet();
        var familyWords = hasHead ? AliasWords(members[0], name) : [];
        foreach (var row in members)
        {
            var marks = MarksOf(row, ownWords, familyWords);
            var size = row.Entry.BatterySize ?? row.Market?.BatterySizeInKwh;
            _devices.Add(new(_devices.Count, row.Entry, _families.Count, marks, size, row.IsOffered));
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

    /// <summary>What each way to write the variant adds to the name of its family.</summary>
    private string[][] MarksOf(KnownRow row, HashSet<string> ownWords, HashSet<string> familyWords)
    {
        var makeKeys = _makeKeys[_makeIds[row.MakeKey]];
        bool IsMark(string word) => !ownWords.Contains(word) && word != "kwh" && !makeKeys.Contains(word);
        return row.Aliases.Prepend(row.Entry.Model)
            .Select(text => Trims.Words(text).Where(IsMark).ToArray())
            .SelectMany(mark => new[] { mark, [.. mark.Where(word => !familyWords.Contains(word))] })
            .Where(mark => mark.Length > 0)
            .DistinctBy(mark => string.Join(' ', mark))
            .ToArray();
    }

    /// <summary>Words that go with the family as well ("iv" of Enyaq iV), so that a variant can be told without them.</summary>
    private static HashSet<string> AliasWords(KnownRow head, string name) =>
    [
        .. head.Aliases
            .Where(alias => !alias.Any(char.IsAsciiDigit) || name.Any(char.IsAsciiDigit))
            .SelectMany(Trims.Words)
            .Where(word => word.Length > 1 && !NameWords.IsNumber(word) && !FamilyBuilder.TrimWords.Contains(word))
    ];
}
