using SmartFlexBot.Recognition.Lexicon;
using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>Variants whose number makers write with letters before it, and customers without: "zoe 50" is a ZE50.</summary>
internal static class VariantNumbers
{
    /// <summary>Adds the letters that belong before the number right behind the name.</summary>
    public static void Add(Analysis analysis, Family family, HashSet<string> words, Mention? mention)
    {
        if (mention is null || mention.NameEnd >= analysis.Utterance.Count || !analysis.Utterance.Tokens[mention.NameEnd].IsNumber)
        {
            return;
        }
        var number = analysis.Utterance.Tokens[mention.NameEnd].Text;
        foreach (var variant in family.Variants)
        {
            var tokens = Normaliser.Read(analysis.Devices[variant].Entry.Model).Tokens;
            words.UnionWith(tokens.Zip(tokens.Skip(1))
                .Where(pair => pair.Second.Text == number && pair.First.Word == pair.Second.Word)
                .Select(pair => pair.First.Text));
        }
    }
}
