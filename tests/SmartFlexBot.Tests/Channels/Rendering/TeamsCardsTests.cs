using System.Text;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Channels.BotConnector;
using SmartFlexBot.Channels.Rendering;
using SmartFlexBot.Tests.BotFramework.Templating;
using SmartFlexBot.Tests.Cards;

namespace SmartFlexBot.Tests.Channels.Rendering;

/// <summary>The shipped cards as Teams gets them, under npm adaptivecards.</summary>
public sealed class TeamsCardsTests
{
    [Fact]
    public async Task Each_is_short_enough_and_is_read_without_an_event()
    {
        var cards = (
            from name in CardFolder.Product.CardNames()
            let template = CardTemplate.Parse(name, CardFolder.Product.Template(name))
            from sample in CardFolder.Product.SamplesOf(name)
            let card = CardRenderer.Render(template.ExpandStrict(sample.Value), ConnectorChannels.All["msteams"])
            select (Name: sample.Key, Card: card)).ToList();
        cards.ShouldAllBe(one => one.Card != null);

        foreach (var (_, card) in cards)
        {
            // The width is Teams' own word, which the package does not know.
            card!.Remove("msteams").ShouldBeTrue();
        }

        var findings = await AdaptiveCardsParser.ParseEachAsync(cards.Select(one => one.Card!));
        cards.Zip(findings).Where(one => one.Second.Count > 0)
            .Select(one => $"{one.First.Name}: {string.Join(' ', one.Second)}").ShouldBeEmpty();
        cards.Sum(one => Encoding.UTF8.GetByteCount(one.Card!.ToJsonString())).ShouldBeGreaterThan(10_000);
    }
}
