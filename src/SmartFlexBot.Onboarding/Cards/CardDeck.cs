using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.BotFramework.Templating;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>The card templates of cards/*.json, parsed once. Whatever is wrong with one is found at start.</summary>
public sealed class CardDeck
{
    private readonly FrozenDictionary<string, CardTemplate> _templates;

    private CardDeck(FrozenDictionary<string, CardTemplate> templates) => _templates = templates;

    /// <exception cref="CardTemplateException">A template is wrong; the message says where.</exception>
    public static CardDeck Load(string folder) => new(Directory.EnumerateFiles(folder, "*.json").ToFrozenDictionary(
        file => Path.GetFileNameWithoutExtension(file),
        file => CardTemplate.Parse(Path.GetFileName(file), File.ReadAllText(file))));

    /// <param name="data">Every value a finished text: names typed by customers escaped, numbers and dates formatted.</param>
    public Attachment Render(string name, JsonObject data)
    {
        var card = _templates[name].ExpandStrict(data);
        card["speak"] = SpokenCard.Of(card);
        return Attachment.AdaptiveCard(card);
    }
}
