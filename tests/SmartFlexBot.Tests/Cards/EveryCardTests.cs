using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Cards;

public sealed class EveryCardTests(CardProof proof) : IClassFixture<CardProof>
{
    public static TheoryData<CardFolder, string> Cards()
    {
        var rows = new TheoryData<CardFolder, string>();
        foreach (var folder in new[] { CardFolder.Product, CardFolder.Example })
        {
            foreach (var card in folder.CardNames())
            {
                rows.Add(folder, card);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Cards), DisableDiscoveryEnumeration = true)]
    public void Every_card_has_a_sample_expands_as_the_reference_does_and_is_read_without_an_event(CardFolder folder, string card)
    {
        var samples = proof.Of(folder, card);

        samples.ShouldNotBeEmpty($"{folder.Samples}/{card}.<case>.json is missing");
        foreach (var sample in samples)
        {
            var (name, ours) = (sample.Sample.Name, sample.Sample.Ours);
            sample.Reference.Error.ShouldBeNull(name);
            JsonNode.DeepEquals(ours, sample.Reference.Result).ShouldBeTrue(
                $"{name}: ours {ours.ToJsonString()} reference {sample.Reference.Result?.ToJsonString()}");
            sample.Findings.ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Every_sample_belongs_to_a_card()
    {
        CardFolder.Product.StraySamples().ShouldBeEmpty();
        CardFolder.Example.StraySamples().ShouldBeEmpty();
    }

    [Fact]
    public void A_card_without_a_sample_and_a_sample_without_a_card_are_noticed()
    {
        var wrong = CardFolder.Example with { Samples = CardFolder.Example.Cards };

        wrong.SamplesOf("greeting").ShouldBeEmpty();
        wrong.StraySamples().ShouldHaveSingleItem().ShouldEndWith("greeting.json");
        proof.Of(wrong, "no-such-card").ShouldBeEmpty();
    }
}
