using SmartFlexBot.Recognition.Devices;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Devices;

/// <summary>A word that contradicts a name, or is left over beside it, leads to a question.</summary>
public sealed class LeftOverWordsTests
{
    [Theory]
    [InlineData("Hyundai Kona Hybrid", "Hyundai")]
    [InlineData("plug-in hybrid Kona", "Hyundai")]
    [InlineData("Jeep Avenger e-Hybrid 2024", "Jeep")]
    [InlineData("BYD Seal U DM-i", "BYD")]
    [InlineData("Leapmotor C10 REEV", "Leapmotor")]
    [InlineData("Alfa Romeo Junior Ibrida", "Alfa Romeo")]
    [InlineData("BMW iX1 xDrive25e", "BMW")]
    [InlineData("Lexus UX 250h", "Lexus")]
    [InlineData("Vauxhall Mokka 1.2", "Vauxhall")]
    [InlineData("Vauxhall Mokka 0.8", "Vauxhall")]
    [InlineData("Vauxhall Mokka 6.9", "Vauxhall")]
    [InlineData("Skoda Octavia iV Hybrid", "Skoda")]
    [InlineData("Mercedes GLC 300e", "Mercedes-Benz")]
    [InlineData("VW Golf eHybrid", "Volkswagen")]
    [InlineData("VW Golf plug-in hybrid", "Volkswagen")]
    [InlineData("Ford Kuga hybrid", "Ford")]
    [InlineData("Volvo XC60 Recharge T6", "Volvo")]
    [InlineData("Skoda Enyaq 85x", "Skoda")]
    [InlineData("Hyundai Kona 320d", "Hyundai")]
    [InlineData("Hyundai Kona 1.0 T-GDI", "Hyundai")]
    [InlineData("Ford Kuga FHEV", "Ford")]
    [InlineData("Mini Countryman Cooper SE", "MINI")]
    public void A_car_that_has_an_engine_is_no_electric_one_of_that_name(string text, string make)
    {
        var said = Read(text);

        (said.Vehicle?.Make, said.Vehicle?.Model).ShouldBe((make, null));
    }

    [Theory]
    [InlineData("Kona, not the hybrid", "Kona Electric")]
    [InlineData("Kona Elektro, kein Hybrid", "Kona Electric")]
    [InlineData("our old one was a hybrid, now we drive a Kona electric", "Kona Electric")]
    [InlineData("Zoe, and I plug in at home", "Zoe")]
    [InlineData("Mokka electric 0.7", "Mokka Electric")]
    [InlineData("Kia EV6 7.0", "EV6")]
    [InlineData("Zoe 3.7 kW at home", "Zoe")]
    [InlineData("Fiat 500e", "500e")]
    [InlineData("Formentor e-Hybrid", "Formentor e-Hybrid")]
    [InlineData("Range Rover Sport P440e", "Range Rover Sport PHEV")]
    [InlineData("Kuga plug-in hybrid 2.5", "Kuga PHEV")]
    [InlineData("Kia EV6 GT-Line S", "EV6")]
    [InlineData("VW Golf GTE plug-in hybrid", "Golf GTE")]
    [InlineData("Defender hybrid", "Defender PHEV")]
    [InlineData("Tesla Model X 90D", "Model X")]
    [InlineData("Enyaq 80x", "Enyaq iV 80x")]
    [InlineData("Kona 64er", "Kona Electric 64")]
    [InlineData("Volvo EX30 Cross Country", "EX30")]
    public void What_is_denied_or_said_of_something_else_is_no_contradiction(string text, string model) =>
        (Read(text).Vehicle?.Model ?? string.Join('/', Read(text).VehicleOffers.Select(offer => offer.Model).Distinct())).ShouldBe(model);

    [Theory]
    [InlineData("Wallbox Pulsar Pro", "Wallbox")]
    [InlineData("Easee Charge Up", "Easee")]
    [InlineData("Easee Charge Up 22 kW", "Easee")]
    [InlineData("Zaptec Go Plus", "Zaptec")]
    [InlineData("Zaptec Go Plus, 2023", "Zaptec")]
    [InlineData("wallbox quasar 2", "Wallbox")]
    [InlineData("wallbox quasar 6 there", "Wallbox")]
    [InlineData("Elli Charger Pro 2", "Elli")]
    [InlineData("go-e Charger Gemini 4.0", "go-e")]
    [InlineData("KEBA P30 b-series", "KEBA")]
    [InlineData("zappi mini", "myenergi")]
    [InlineData("Wallbox Pulsar Plus Pro", "Wallbox")]
    [InlineData("Schneider EVlink Home Smart", "Schneider Electric")]
    public void Another_edition_of_a_charger_is_another_charger(string text, string make)
    {
        var said = Read(text);

        (said.ChargePoint?.Make, said.ChargePoint?.Model).ShouldBe((make, null));
    }

    [Theory]
    [InlineData("a zappi plus a battery", "zappi")]
    [InlineData("zappi, max 32 amps", "zappi")]
    [InlineData("zappi 7 kW", "zappi")]
    [InlineData("zappi 7", "zappi")]
    [InlineData("zappi 3 phase", "zappi")]
    [InlineData("Zappi V2.1", "zappi")]
    [InlineData("Pulsar Max 11 kW", "Pulsar Max")]
    [InlineData("Audi charger and an s line car, Zaptec Go", "Go")]
    public void A_size_or_another_sentence_is_no_other_edition(string text, string model) =>
        Read(text).ChargePoint.ShouldNotBeNull().Model.ShouldBe(model);

    [Theory]
    [InlineData("Audi e-tron 55 quattro S line")]
    [InlineData("e-208 GT")]
    [InlineData("Kia EV3 Earth")]
    public void A_trim_is_no_name_of_another_make(string text)
    {
        Read(text).ChargePoint.ShouldBeNull();
        Read(text).Vehicle.ShouldNotBeNull().Model.ShouldNotBeNull();
    }

    [Fact]
    public void E_and_a_year_is_a_car_only_where_it_is_written_together()
    {
        Read("una e-2008 grigia").Vehicle.ShouldNotBeNull().Model.ShouldBe("e-2008");
        Read("la macchina e 2008 bollini").Vehicle.ShouldBeNull();
        Read("e 2008").Vehicle.ShouldNotBeNull().Model.ShouldBe("e-2008");
    }

    [Theory]
    [InlineData("Renault Rafale E-Tech hybride", "Renault")]
    [InlineData("Tesla Modell Ypsilon", "Tesla")]
    public void A_make_that_was_named_is_never_answered_with_another(string text, string make)
    {
        var said = Read(text);

        said.VehicleOffers.Select(offer => offer.Make).Append(said.Vehicle?.Make ?? make).Distinct().ShouldBe([make]);
    }

    [Theory]
    [InlineData("Until last year an e-Golf, now a Born 58", "Born 58")]
    [InlineData("den Leaf haben wir verkauft und fahren jetzt einen Kia EV3", "EV3")]
    [InlineData("finished with the Leaf, switched to an Ariya", "Ariya")]
    [InlineData("ora ho una ID.4", "ID.4")]
    public void A_car_of_then_gives_way_to_the_one_of_now(string text, string model) =>
        Read(text).Vehicle.ShouldNotBeNull().Model.ShouldBe(model);

    [Fact]
    public void Between_two_makes_a_model_stays_with_its_own() =>
        Read("a Mercedes and an ID.3").Vehicle.ShouldNotBeNull().Model.ShouldBe("ID.3");
}
