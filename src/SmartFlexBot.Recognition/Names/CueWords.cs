using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Names;

/// <summary>The words around device names, in all languages, as sets and as phrases. Loaded once.</summary>
internal static class CueWords
{
    public const string Filler = "filler";
    public const string Ordinary = "ordinary";
    public const string Not = "not";
    public const string NoneAfter = "noneAfter";
    public const string Unsure = "unsure";
    public const string Charger = "charger";
    public const string Car = "car";
    public const string Electric = "electric";
    public const string Hybrid = "hybrid";
    public const string Fuel = "fuel";
    /// <summary>Of an engine beside the battery: a car of that name that is no electric one.</summary>
    public const string Engine = "engine";
    /// <summary>Can be charged from a socket, among the words for hybrid.</summary>
    public const string PlugIn = "plugin";
    /// <summary>Ends the name of a product: "Pro", "Lite".</summary>
    public const string Edition = "edition";
    /// <summary>One that is an everyday word as well, where something follows.</summary>
    public const string LastEdition = "lastEdition";
    /// <summary>Says, alone, that there is none.</summary>
    public const string NoneAlone = "noneAlone";
    /// <summary>"No" and its like, which are none only where one was asked for.</summary>
    public const string Denial = "denial";
    /// <summary>To have, as the customer says it of themselves.</summary>
    public const string Own = "own";
    /// <summary>What a car or charger in our list does: to be there, to be found.</summary>
    public const string Appear = "appear";
    /// <summary>Names one of several plug-in hybrids of a model ("GTE", "T8"): another word for hybrid may mean another.</summary>
    public const string Badge = "badge";
    /// <summary>A plug-in hybrid that has a namesake without a plug.</summary>
    public const string SelfCharging = "selfCharging";
    public const string Past = "past";
    public const string Now = "now";
    /// <summary>"Switched to": what comes next has taken the place of what was before.</summary>
    public const string SwitchedTo = "switchedTo";
    /// <summary>"From the one to the other".</summary>
    public const string From = "from";
    public const string Toward = "toward";
    public const string Know = "know";
    /// <summary>Charging, as a verb.</summary>
    public const string Charges = "charges";
    public const string Elsewhere = "elsewhere";
    public const string NotListed = "notListed";
    public const string List = "list";
    /// <summary>A car that is not sold as an electric one.</summary>
    public const string OtherModel = "otherModel";
    public const string NotPlugIn = "notPlugin";
    public const string Socket = "socket";
    public const string Soon = "soon";
    public const string Awaited = "awaited";
    public const string Sold = "sold";
    public const string NoEv = "noEv";
    public const string NoChargePoint = "noCp";
    public const string UnknownChargePoint = "unknownCp";
    public const string OtherVehicle = "noVehicle";
    public const string OtherBrand = "otherBrand";
    public const string OtherCharger = "otherCharger";
    public const string Ask = "ask";
    public const string Or = "or";
    public const string And = "and";
    public const string Swap = "swap";
    public const string SwapTo = "swapTo";
    public const string SomeoneElse = "wife";
    public const string Correction = "fix";
    public const string Choose = "choose";
    public const string NoneOfThem = "none";
    public const string KilowattHours = "kwh";
    public const string Body = "body:";
    public const string Ordinal = "ordinal:";

    public static PhraseBook Phrases { get; } = new([
        .. WordLists.Phrases(list => list.Cues),
        .. WordLists.Phrases(list => list.Bodies).Select(entry => (Body + entry.Meaning, entry.Phrase)),
        .. WordLists.Phrases(list => list.Ordinals).Select(entry => (Ordinal + entry.Meaning, entry.Phrase))]);

    /// <summary>
    /// Words of our languages that are a letter or two away from a name of the market: found by running word lists through the recogniser.
    /// </summary>
    private static IEnumerable<string> LookAlikes => EmbeddedData.ReadWords("lookalikes.json").Values.SelectMany(words => words);

    /// <summary>Words of everyday speech: never corrected into a name, and no name by themselves.</summary>
    public static HashSet<string> OrdinaryWords { get; } = SingleWords(
        Filler, Ordinary, Not, Unsure, Charger, Car, Electric, Fuel, Hybrid, Socket, Soon, Ask, Or, And, SomeoneElse, Correction, Swap,
        NoneOfThem, UnknownChargePoint, Own, Denial, Appear, Past, Now, SwitchedTo, Know, Charges, Elsewhere)
        .Concat(WholeWords(OtherVehicle, OtherBrand, OtherCharger, OtherModel, Body))
        .Concat(LookAlikes).ToHashSet();

    /// <summary>Compact phrases for a plain socket, of which makers' cables are no better a name.</summary>
    public static HashSet<string> Sockets { get; } =
    [
        .. WordLists.Phrases(list => list.Cues).Where(entry => entry.Meaning == Socket).Select(entry => Normaliser.Compact(entry.Phrase))
    ];

    public static HashSet<string> ElectricWords { get; } = WholeWords(Electric);

    public static HashSet<string> HybridWords { get; } = WholeWords(Hybrid);

    public static HashSet<string> ChargerWords { get; } = WholeWords(Charger);

    /// <summary>Everyday words with no part in the meaning.</summary>
    public static HashSet<string> OnlyOrdinary { get; } = [.. WholeWords(Ordinary), .. LookAlikes];

    /// <summary>Said in any sentence; adds nothing.</summary>
    public static HashSet<string> Fillers { get; } = SingleWords(Filler);

    /// <summary>The words as a whole are one phrase of that meaning.</summary>
    public static bool IsAll(string cue, IReadOnlyList<string> words)
    {
        var phrase = Normaliser.Read(string.Join(' ', words));
        return Phrases.Find(phrase).Exists(hit => hit.Meaning == cue && hit.Length == phrase.Count);
    }

    private static HashSet<string> SingleWords(params string[] cues) =>
    [
        .. WordLists.Phrases(list => list.Cues)
            .Where(entry => cues.Contains(entry.Meaning))
            .SelectMany(entry => Normaliser.Read(entry.Phrase).Tokens)
            .Where(token => !token.IsNumber)
            .Select(token => token.Text)
    ];

    private static HashSet<string> WholeWords(params string[] cues) =>
    [
        .. WordLists.Phrases(list => list.Cues)
            .Concat(WordLists.Phrases(list => list.Bodies).Select(entry => (Body, entry.Phrase)))
            .Where(entry => cues.Contains(entry.Item1))
            .Select(entry => Normaliser.Read(entry.Phrase))
            .Where(phrase => phrase.Count == 1)
            .Select(phrase => phrase.Tokens[0].Text)
    ];
}
