using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Names;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>
/// What was heard, among all that the market has, against what the tenant offers: it is taken, or offered where that is not sure, or not
/// to be had. Nothing is ever answered with another make.
/// </summary>
internal static class Matching
{
    public static Decision Of(Analysis analysis, Mention mention) =>
        mention.IsMakeOnly ? OfMake(analysis, mention)
        : mention.IsOneFamily ? OfFamily(analysis, mention)
        : OfSeveral(analysis, mention);

    private static Decision OfMake(Analysis analysis, Mention mention)
    {
        int[] families = [.. analysis.Makes[mention.Make].Families(mention.Kind).Where(family => Offers.Has(analysis, family))];
        return families.Length switch
        {
            0 => new(null, [], mention),
            > DeviceUtterance.MaximumOffers => new(mention, []),
            _ => new(mention, Offers.Of(analysis, families)),
        };
    }

    private static Decision OfFamily(Analysis analysis, Mention mention)
    {
        var family = analysis.Families[mention.Families[0]];
        var device = Taken(analysis, mention, family);
        if (device >= 0 && !IsUncertain(analysis, mention, family))
        {
            return new(mention with { Device = device }, []);
        }
        var offers = Offers.Of(analysis, Offers.Has(analysis, family.Id) ? [family.Id] : Relatives(analysis, family));
        return offers.Count > 0 ? new(AsMake(mention), offers)
            : mention.IsDoubtful ? OfMake(analysis, AsMake(mention))
            : new(null, [], mention);
    }

    private static Decision OfSeveral(Analysis analysis, Mention mention)
    {
        var offers = Offers.Of(analysis, mention.Families);
        return offers.Count > 0
            ? new(mention.Make >= 0 ? AsMake(mention) : null, offers)
            : new(null, [], AsMake(mention));
    }

    /// <summary>The named variant, or the family that stands for all of its variants; -1 when the tenant has neither.</summary>
    private static int Taken(Analysis analysis, Mention mention, Family family) =>
        mention.Device >= 0 && analysis.Devices[mention.Device].IsOffered ? mention.Device
        : family.Head >= 0 && analysis.Devices[family.Head].IsOffered ? family.Head
        : -1;

    private static bool IsUncertain(Analysis analysis, Mention mention, Family family) =>
        mention.IsDoubtful
        || mention.Fit == Fit.Part && mention.Device < 0
            && (family.IsHybrid ? !HybridWords.Said(analysis) : IsBareNumber(analysis, mention) || LacksWord(analysis, mention, family));

    /// <summary>A "Panda" is no Grande Panda, nor a "Tourneo Custom" an E-Tourneo Courier: another model may be called so.</summary>
    private static bool LacksWord(Analysis analysis, Mention mention, Family family) =>
        family.Kind == DeviceKind.ElectricVehicle && !analysis.Has(CueWords.Electric)
        && !(mention.NameStart > 0 && analysis.Utterance.Tokens[mention.NameStart - 1].Text == "e")
        && !family.Words.Where(word => word.Length > 1 && !CueWords.ElectricWords.Contains(word))
            .All(ZoneWords.Read(analysis, 0, analysis.Utterance.Count).Contains);

    /// <summary>"peugeot 3008" is sold as a petrol car too, and 2008 is a year.</summary>
    private static bool IsBareNumber(Analysis analysis, Mention mention) =>
        !analysis.Has(CueWords.Electric)
        && Enumerable.Range(mention.NameStart, mention.NameEnd - mention.NameStart)
            .All(token => analysis.Utterance.Tokens[token].IsNumber);

    /// <summary>
    /// The tenant may write the same device with more words, or with fewer: "Pulsar Plus 7.4 kW, white". It may be another, so it is asked.
    /// </summary>
    private static int[] Relatives(Analysis analysis, Family family) =>
    [
        .. analysis.Makes[family.Make].Families(family.Kind).Where(other => Offers.Has(analysis, other)
            && (IsWithin(family, analysis.Families[other]) || IsWithin(analysis.Families[other], family)))
    ];

    private static bool IsWithin(Family shorter, Family longer) => shorter.Words.All(longer.Words.Contains);

    private static Mention AsMake(Mention mention) => mention with { Families = [], Device = -1 };
}
