using SmartFlexBot.Recognition.Devices;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Devices;

/// <summary>What customers say they do not have, or do not know: "c" no car, "p" no charge point, "C" and "P" for unknown ones.</summary>
public sealed class AbsencesTests
{
    [Theory]
    [InlineData("no car", "c")]
    [InlineData("I don't have a car", "c")]
    [InlineData("my car is coming next week", "c")]
    [InlineData("car is on order", "c")]
    [InlineData("sold it", "c")]
    [InlineData("no car charger", "p")]
    [InlineData("no ev charger", "p")]
    [InlineData("no ev, charger is on its way", "cp")]
    [InlineData("no charger", "p")]
    [InlineData("charger: none", "p")]
    [InlineData("charger coming next week", "p")]
    [InlineData("three pin plug", "p")]
    [InlineData("a charger, not one of yours, and a car", "")]
    [InlineData("a diesel golf", "c")]
    [InlineData("it's not petrol", "")]
    [InlineData("a hybrid, it doesn't plug in", "c")]
    [InlineData("not sure which charger", "P")]
    [InlineData("an unbranded charger", "P")]
    [InlineData("the charger came with the house", "P")]
    [InlineData("no name charger", "P")]
    [InlineData("not sure about my car", "")]
    [InlineData("I don't know which charger, and the car is new", "P")]
    [InlineData("an e-bike", "C")]
    [InlineData("a petrol motorbike", "c")]
    [InlineData("hello", "")]
    public void What_is_not_there_and_what_is_not_known_are_told_apart(string text, string absent) => Absent(text).ShouldBe(absent);

    [Theory]
    [InlineData("a zoe and a bike", "")]
    [InlineData("a zoe and no charger", "p")]
    [InlineData("a zoe, and a charger nobody knows the name of", "")]
    [InlineData("a zappi and no car", "c")]
    [InlineData("Dacia Spring, la wallbox non ce l'ho", "p")]
    [InlineData("a zappi, still waiting for it", "")]
    [InlineData("zappi, not sure which charger that is", "")]
    [InlineData("a zappi, no charger before", "")]
    public void What_is_named_is_there(string text, string absent) => Absent(text).ShouldBe(absent);

    [Theory]
    [InlineData("don't have one", AskedFor.Car, "c")]
    [InlineData("don't have one", AskedFor.ChargePoint, "p")]
    [InlineData("nothing yet", AskedFor.CarAndChargePoint, "p")]
    [InlineData("still waiting for it", AskedFor.Car, "c")]
    [InlineData("still waiting for it", AskedFor.ChargePoint, "")]
    [InlineData("still waiting for it", AskedFor.CarAndChargePoint, "c")]
    [InlineData("not sure, it's a charger for my car", AskedFor.ChargePoint, "P")]
    [InlineData("no", AskedFor.ChargePoint, "p")]
    [InlineData("nope", AskedFor.Car, "c")]
    [InlineData("nein", AskedFor.ChargePoint, "p")]
    [InlineData("non", AskedFor.ChargePoint, "p")]
    [InlineData("no", AskedFor.CarAndChargePoint, "")]
    [InlineData("hab keins", AskedFor.Car, "c")]
    [InlineData("ich hab gar keins", AskedFor.Car, "c")]
    [InlineData("no tengo", AskedFor.ChargePoint, "p")]
    [InlineData("no, ninguno", AskedFor.ChargePoint, "p")]
    [InlineData("non ne ho", AskedFor.ChargePoint, "p")]
    [InlineData("pas encore", AskedFor.ChargePoint, "p")]
    [InlineData("nah mate", AskedFor.ChargePoint, "p")]
    [InlineData("die Marke kenn ich leider nicht", AskedFor.ChargePoint, "P")]
    [InlineData("ricarico in ufficio", AskedFor.ChargePoint, "p")]
    [InlineData("no idea", AskedFor.ChargePoint, "P")]
    [InlineData("no idea", AskedFor.Car, "")]
    [InlineData("mine isn't in there", AskedFor.Car, "C")]
    [InlineData("no charger in there", AskedFor.ChargePoint, "p")]
    public void The_question_says_what_one_is(string text, AskedFor asked, string absent) =>
        Absent(text, RecognitionContext.Empty with { Asked = asked }).ShouldBe(absent);

    [Theory]
    [InlineData("a petrol zoe")]
    [InlineData("my zoe doesn't plug in")]
    public void A_car_that_burns_fuel_is_no_car_to_connect(string text)
    {
        Absent(text).ShouldBe("c");
        Read(text).Vehicle.ShouldBeNull();
    }

    [Fact]
    public void A_no_to_a_question_for_the_model_is_no_charger_that_is_not_there() =>
        Absent("no", RecognitionContext.Empty with { Asked = AskedFor.ChargePoint, ChargePoint = new("Easee", null) }).ShouldBe("");

    [Theory]
    [InlineData("Unsere Ladesäule finde ich nicht bei euch", "P")]
    [InlineData("mein Auto taucht nicht auf", "C")]
    [InlineData("el cargador no aparece", "P")]
    [InlineData("no, I see", "")]
    public void What_does_not_appear_is_there_and_unknown(string text, string absent) => Absent(text).ShouldBe(absent);

    private static string Absent(string text, RecognitionContext? context = null)
    {
        var said = Read(text, context);
        return (said.NoEv ? "c" : "") + (said.NoChargePoint ? "p" : "")
            + (said.UnknownEv ? "C" : "") + (said.UnknownChargePoint ? "P" : "");
    }
}
