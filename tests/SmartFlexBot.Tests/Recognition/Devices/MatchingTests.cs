using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Devices;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Devices;

/// <summary>All that the market sells is heard, and only what the tenant has is taken or offered.</summary>
public sealed class MatchingTests
{
    private static readonly DeviceRecogniser Tenant = For(
        Car("Mercedes-Benz", "CLA EV"), Car("Tesla", "Model Y Long Range"), Car("Volkswagen", "ID.3"),
        Charger("Wallbox", "Pulsar Plus white"), Charger("Tesla", "Wall Connector Gen 3"));

    [Theory]
    [InlineData("Kia EV6, no charger", "Kia", "EV6")]
    [InlineData("Model S", "Tesla", "Model S")]
    [InlineData("a Polestar 2 long range single motor", "Polestar", "2 Long Range Single Motor")]
    [InlineData("a Rivian", "Rivian", null)]
    public void A_car_that_the_tenant_lacks_is_known_by_name_and_not_taken(string text, string make, string? model)
    {
        var said = Hear(text);

        (said.Vehicle, said.VehicleOffers.Count, said.UnknownEv).ShouldBe((null, 0, true));
        (said.VehicleNotOffered?.Make, said.VehicleNotOffered?.Model).ShouldBe((make, model));
    }

    [Fact]
    public void A_charger_that_the_tenant_lacks_is_known_by_name_and_not_taken()
    {
        var said = Hear("ID.3 with a zappi");

        said.Vehicle.ShouldNotBeNull().Model.ShouldBe("ID.3");
        (said.ChargePoint, said.UnknownChargePoint).ShouldBe((null, true));
        said.ChargePointNotOffered.ShouldNotBeNull().Model.ShouldBe("zappi");
        (said.VehicleNotOffered, said.UnknownEv).ShouldBe((null, false));
    }

    [Fact]
    public void The_tenants_only_variant_is_asked_where_others_of_its_name_are_sold()
    {
        var said = Hear("Model Y");

        (said.Vehicle?.Make, said.Vehicle?.Model, said.UnknownEv, said.VehicleNotOffered).ShouldBe(("Tesla", null, false, null));
        said.VehicleOffers.ShouldHaveSingleItem().Model.ShouldBe("Model Y Long Range");
        Hear("Model Y RWD").VehicleOffers.ShouldHaveSingleItem().Model.ShouldBe("Model Y Long Range");
        Hear("Model Y LR").Vehicle.ShouldNotBeNull().Model.ShouldBe("Model Y Long Range");
    }

    [Fact]
    public void A_variant_that_the_tenant_does_not_tell_apart_is_the_family() =>
        Hear("ID.3 Pro S").Vehicle.ShouldNotBeNull().Model.ShouldBe("ID.3");

    [Theory]
    [InlineData("Wallbox Pulsar Plus")]
    [InlineData("Wallbox Pulsar")]
    public void What_the_tenant_writes_with_more_words_is_asked(string text)
    {
        var said = Hear(text);

        said.ChargePointOffers.ShouldHaveSingleItem().Model.ShouldBe("Pulsar Plus white");
        (said.UnknownChargePoint, said.ChargePointNotOffered).ShouldBe((false, null));
    }

    [Fact]
    public void A_make_that_has_several_chargers_is_asked_for_the_one_the_tenant_has()
    {
        var said = Hear("a tesla charger");

        (said.ChargePoint?.Make, said.ChargePoint?.Model).ShouldBe(("Tesla", null));
        said.ChargePointOffers.ShouldHaveSingleItem().Model.ShouldBe("Wall Connector Gen 3");
    }

    [Fact]
    public void Of_two_cars_the_one_that_can_be_had_is_offered_and_the_other_named()
    {
        var said = Hear("an ID.3 and a Kia EV6");

        said.Vehicle.ShouldBeNull();
        said.VehicleOffers.ShouldHaveSingleItem().Model.ShouldBe("ID.3");
        said.VehicleNotOffered.ShouldNotBeNull().Model.ShouldBe("EV6");
        said.UnknownEv.ShouldBeFalse();
    }

    [Fact]
    public void Of_a_line_only_what_can_be_had_is_offered_and_it_is_asked()
    {
        var said = For(Car("Audi", "Q4 e-tron"), Car("Tesla", "Model 3")).Recognise("an audi e-tron", RecognitionContext.Empty);

        (said.Vehicle?.Make, said.Vehicle?.Model).ShouldBe(("Audi", null));
        said.VehicleOffers.ShouldHaveSingleItem().Model.ShouldBe("Q4 e-tron");
    }

    [Fact]
    public void A_doubtful_name_of_a_make_that_has_others_asks_for_one_of_those()
    {
        var said = For(Car("Hyundai", "INSTER")).Recognise("Hyundai Kona hybrid", RecognitionContext.Empty);

        said.VehicleOffers.ShouldHaveSingleItem().Model.ShouldBe("INSTER");
        For(Car("Kia", "EV6")).Recognise("Hyundai Kona hybrid", RecognitionContext.Empty)
            .VehicleNotOffered.ShouldNotBeNull().Model.ShouldBeNull();
    }

    [Theory]
    [InlineData("none", AskedFor.Car, null, true, false, false, false)]
    [InlineData("ninguno", AskedFor.ChargePoint, null, false, true, false, false)]
    [InlineData("keins", AskedFor.CarAndChargePoint, null, false, true, false, false)]
    [InlineData("aucune", AskedFor.Car, "Kia", false, false, true, false)]
    [InlineData("nessuno", AskedFor.ChargePoint, "Kia", false, false, false, true)]
    [InlineData("none", AskedFor.Pick, null, false, false, false, false)]
    public void None_is_none_of_what_was_asked_for(
        string text, AskedFor asked, string? make, bool noEv, bool noCharger, bool unknownEv, bool unknownCharger)
    {
        var known = make is null ? null : new KnownDevice(make, null);

        var said = Tenant.Recognise(text, new RecognitionContext { Asked = asked, Vehicle = known, ChargePoint = known });

        (said.NoEv, said.NoChargePoint, said.UnknownEv, said.UnknownChargePoint).ShouldBe((noEv, noCharger, unknownEv, unknownCharger));
    }

    [Theory]
    [InlineData("my charger is not on the list", AskedFor.CarAndChargePoint, false)]
    [InlineData("nicht auf der Liste", AskedFor.ChargePoint, false)]
    [InlineData("nicht auf der Liste", AskedFor.Car, true)]
    [InlineData("mein Auto steht nicht auf der Liste", AskedFor.ChargePoint, true)]
    [InlineData("you don't have my car", AskedFor.CarAndChargePoint, true)]
    [InlineData("mi coche no está en la lista", AskedFor.Car, true)]
    [InlineData("ma voiture n'est pas dans la liste", AskedFor.Car, true)]
    [InlineData("la mia auto non è nella lista", AskedFor.Car, true)]
    [InlineData("la mia wallbox non è in elenco", AskedFor.CarAndChargePoint, false)]
    public void What_is_not_listed_is_the_car_unless_it_is_the_charger(string text, AskedFor asked, bool isCar)
    {
        var said = Tenant.Recognise(text, new RecognitionContext { Asked = asked });

        (said.UnknownEv, said.UnknownChargePoint, said.NoEv, said.NoChargePoint).ShouldBe((isCar, !isCar, false, false));
    }

    private static DeviceUtterance Hear(string text) => Tenant.Recognise(text, RecognitionContext.Empty);
}
