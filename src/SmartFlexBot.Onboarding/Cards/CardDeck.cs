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
    public RenderedCard Render(string name, JsonObject data)
    {
        var card = _templates[name].ExpandStrict(data);
        var words = SpokenCard.Of(card);
        card["speak"] = words;
        card["fallbackText"] = SpokenCard.WithAddresses(card, words);
        return new(Attachment.AdaptiveCard(card), words);
    }
}

/// <summary>A card that is ready to be sent.</summary>
/// <param name="Words">
/// The same for who hears it, for a notification, and where no card can be shown: there the addresses of its buttons follow.
/// </param>
public sealed record RenderedCard(Attachment Attachment, string Words);
