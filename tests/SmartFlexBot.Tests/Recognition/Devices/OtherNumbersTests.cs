using SmartFlexBot.Recognition.Devices;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Devices;

/// <summary>A number beside a name that is another model's leads to a question, and one that is spoken is read.</summary>
public sealed class OtherNumbersTests
{
    [Theory]
    [InlineData("BYD Atto 2")]
    [InlineData("byd atto two boost")]
    [InlineData("BYD Seal 6 Touring")]
    [InlineData("Citroen e-C5 Aircross")]
    [InlineData("BMW iX5")]
    [InlineData("Mercedes E 300 e")]
    [InlineData("Mazda CX-6e")]
    [InlineData("Fiat Panda")]
    public void A_car_that_the_market_lacks_is_not_taken_for_its_neighbour(string words) => Vehicle(words)?.Model.ShouldBeNull();

    [Theory]
    [InlineData("SolaX X1-EVC")]
    [InlineData("Siemens VersiCharge Gen 2")]
    [InlineData("Wallbox Commander 1")]
    public void Nor_is_a_charger(string words) => Read(words).ChargePoint?.Model.ShouldBeNull();

    [Theory]
    [InlineData("BYD Atto 3", "Atto 3")]
    [InlineData("a 2023 BYD Atto", "Atto 3")]
    [InlineData("BYD Seal 2 years old", "Seal")]
    [InlineData("Kia Niro EV 4", "Niro EV")]
    [InlineData("Toyota Proace electric", "Proace City Verso Electric")]
    public void Years_counts_and_grades_are_no_other_model(string words, string model) => Vehicle(words)!.Model.ShouldBe(model);

    [Theory]
    [InlineData("un volkswagen i de cuatro pro", "ID.4 Pro")]
    [InlineData("volkswagen id punto quattro", "ID.4")]
    [InlineData("peugeot e deux cent huit", "e-208")]
    [InlineData("peugeot e dos mil ocho", "e-2008")]
    [InlineData("peugeot e trescientos ocho", "e-308")]
    [InlineData("hyundai kona sesenta y cuatro", "Kona Electric 64")]
    [InlineData("hyundai kona vierundsechzig", "Kona Electric 64")]
    [InlineData("volvo ex trenta", "EX30")]
    [InlineData("tesla modelo i griega", "Model Y")]
    public void Numbers_in_words_are_read(string words, string model) => Vehicle(words)!.Model.ShouldBe(model);

    private static DeviceMention? Vehicle(string words) => Read(words).Vehicle;
}
