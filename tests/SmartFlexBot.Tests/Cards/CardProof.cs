using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Tests.BotFramework.Templating;

namespace SmartFlexBot.Tests.Cards;

/// <param name="Folder">Where the card is.</param>
/// <param name="Card">The card's file name without ".json".</param>
/// <param name="Name">The sample's file name without ".json".</param>
/// <param name="Template">The card as it is in the file.</param>
/// <param name="Data">The sample.</param>
/// <param name="Ours">The card as customers get it.</param>
public sealed record CardSample(CardFolder Folder, string Card, string Name, JsonNode Template, JsonNode? Data, JsonObject Ours);

/// <param name="Sample">A card with one sample.</param>
/// <param name="Reference">What the reference made of the same template and data.</param>
/// <param name="Findings">What the adaptivecards package has to say about our card.</param>
public sealed record ProvenSample(CardSample Sample, ReferenceExpansion Reference, IReadOnlyList<string> Findings);

/// <summary>Every card of the folders with every sample, expanded and parsed by one node process each.</summary>
public sealed class CardProof : IAsyncLifetime
{
    private List<ProvenSample> _proven = [];

    public IReadOnlyList<ProvenSample> Of(CardFolder folder, string card) =>
        [.. _proven.Where(one => one.Sample.Folder == folder && one.Sample.Card == card)];

    public async ValueTask InitializeAsync()
    {
        var samples = new[] { CardFolder.Product, CardFolder.Example }.SelectMany(Samples).ToList();
        var references = await AdaptiveCardsReference.ExpandAsync(samples.Select(one => (one.Template, one.Data)));
        var findings = await AdaptiveCardsParser.ParseEachAsync(samples.Select(one => one.Ours));
        _proven = [.. samples.Select((sample, at) => new ProvenSample(sample, references[at], findings[at]))];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IEnumerable<CardSample> Samples(CardFolder folder) =>
        from card in folder.CardNames()
        let json = folder.Template(card)
        let template = CardTemplate.Parse(card, json)
        from sample in folder.SamplesOf(card)
        select new CardSample(folder, card, sample.Key, JsonNode.Parse(json)!, sample.Value, template.ExpandStrict(sample.Value));
}
