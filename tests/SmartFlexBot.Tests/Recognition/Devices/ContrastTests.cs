using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Devices;

/// <summary>Of two cars in one sentence: the one that is denied, the one that is gone, and two that are both there.</summary>
public sealed class ContrastTests
{
    [Theory]
    [InlineData("nicht der EV6 sondern der EV9", "EV9")]
    [InlineData("no es el EV6, es el EV9", "EV9")]
    [InlineData("nein, der Born nicht, der Tavascan", "Tavascan")]
    [InlineData("not the e-Golf, the ID.3", "ID.3")]
    [InlineData("vom Leaf auf den Ariya umgestiegen", "Ariya")]
    [InlineData("passé de la e-208 à la e-3008", "e-3008")]
    [InlineData("sono passato dalla Leaf alla Ariya", "Ariya")]
    [InlineData("went from a leaf 30 to an mg4 64", "MG4 64")]
    [InlineData("we gave the e-Golf to our daughter and now have an ID.5", "ID.5")]
    public void What_is_there_now_is_taken(string words, string model) => Read(words).Vehicle!.Model.ShouldBe(model);

    [Theory]
    [InlineData("we run two, an i3 and an e-Golf", "i3", "e-Golf")]
    [InlineData("wir haben zwei: Model 3 und ID. Buzz", "Model 3", "ID. Buzz")]
    [InlineData("i4 or i5 not sure what hubby ordered", "i4", "i5")]
    public void Two_that_are_there_are_asked_about(string words, string first, string second)
    {
        var said = Read(words);

        said.Vehicle?.Model.ShouldBeNull();
        said.VehicleOffers.Select(offer => offer.Model).ShouldBe([first, second], ignoreOrder: true);
    }
}
