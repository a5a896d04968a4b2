using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Requests;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Devices;

public sealed class DeviceRecogniserTests
{
    [Theory]
    [InlineData("Volvo EX90", "Volvo", "EX90")]
    [InlineData("a huyndai inster", "Hyundai", "INSTER")]
    [InlineData("teslamodel y", "Tesla", "Model Y")]
    [InlineData("ioniq6", "Hyundai", "IONIQ 6")]
    [InlineData("i d seven", "Volkswagen", "ID.7")]
    [InlineData("kona sixty four", "Hyundai", "Kona Electric 64")]
    [InlineData("Leaf mit 30 kWh", "Nissan", "Leaf 30")]
    [InlineData("la Scénic électrique", "Renault", "Scenic E-Tech")]
    [InlineData("el mini aceman", "MINI", "Aceman")]
    [InlineData("una e-Golf del 2018", "Volkswagen", "e-Golf")]
    public void A_car_is_found_however_it_is_written(string text, string make, string model)
    {
        var vehicle = Read(text).Vehicle;

        (vehicle?.Make, vehicle?.Model).ShouldBe((make, model));
    }

    [Fact]
    public void A_car_and_a_charge_point_come_from_one_sentence_with_the_customers_own_words()
    {
        var said = Read("We've a telsa modle y LR, charging on an ohm home pro");

        said.Vehicle.ShouldNotBeNull().Model.ShouldBe("Model Y Long Range");
        said.Vehicle.Certainty.ShouldBe(Certainty.Likely);
        said.ChargePoint.ShouldNotBeNull().Model.ShouldBe("Home Pro");
        said.ChargePoint.Words.ShouldBe("ohm home pro");
    }

    [Theory]
    [InlineData("I've a wall box in the garage")]
    [InlineData("the 2022 one")]
    [InlineData("3")]
    [InlineData("my home charger")]
    [InlineData("we have a charge point outside")]
    [InlineData("my car")]
    [InlineData("is it a long way home from here")]
    public void Ordinary_words_years_and_bare_digits_are_no_device(string text)
    {
        var said = Read(text);

        said.Vehicle.ShouldBeNull();
        said.ChargePoint.ShouldBeNull();
    }

    [Fact]
    public void A_line_of_models_is_offered_instead_of_guessed()
    {
        var said = Read("an etron of some sort");

        said.Vehicle.ShouldNotBeNull().Model.ShouldBeNull();
        said.VehicleOffers.Count.ShouldBeInRange(2, DeviceUtterance.MaximumOffers);
        said.VehicleOffers.ShouldAllBe(offer => offer.Make == "Audi");
    }

    [Fact]
    public void Two_cars_are_both_offered_and_neither_is_taken()
    {
        var said = Read("an ariya and a tavascan");

        said.Vehicle.ShouldBeNull();
        said.VehicleOffers.Select(offer => offer.Model).ShouldBe(["Ariya", "Tavascan"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("not the ariya, the leaf", "Leaf")]
    [InlineData("traded the leaf for an ariya", "Ariya")]
    [InlineData("sold the zoe, now on a leaf", "Leaf")]
    public void What_is_denied_or_gone_is_not_taken(string text, string model) =>
        Read(text).Vehicle.ShouldNotBeNull().Model.ShouldBe(model);

    [Fact]
    public void A_correction_is_read_against_what_was_known()
    {
        var context = RecognitionContext.Empty with { Vehicle = new("Volkswagen", "ID.3") };

        Read("sorry, it's the pro s", context).Vehicle.ShouldNotBeNull().Model.ShouldBe("ID.3 Pro S");
    }

    [Fact]
    public void A_petrol_car_is_no_electric_one_of_the_same_name()
    {
        var said = Read("a petrol mokka");

        said.NoEv.ShouldBeTrue();
        said.Vehicle.ShouldBeNull();
    }

    [Theory]
    [InlineData("no wallbox here, I use the granny cable")]
    [InlineData("keine Ladestation")]
    [InlineData("sin punto de recarga")]
    [InlineData("pas encore de borne")]
    [InlineData("non abbiamo la colonnina")]
    public void No_charge_point_is_an_answer(string text) => Read(text).NoChargePoint.ShouldBeTrue();

    [Theory]
    [InlineData("an ineos grenadier")]
    [InlineData("Motorrad")]
    public void A_vehicle_that_nobody_here_knows_is_flagged(string text) => Read(text).UnknownEv.ShouldBeTrue();

    [Fact]
    public void A_charge_point_of_which_the_make_is_unknown_is_flagged_beside_the_car()
    {
        var said = Read("Zoe, no clue which charger");

        said.UnknownChargePoint.ShouldBeTrue();
        said.Vehicle.ShouldNotBeNull().Model.ShouldBe("Zoe");
    }

    [Theory]
    [InlineData("I want to talk to a human", RequestKind.Human)]
    [InlineData("there is smoke coming out of my zappi", RequestKind.SmellOfBurning)]
    public void A_request_is_an_act_of_its_own_and_safety_goes_before_devices(string text, RequestKind kind)
    {
        var said = Read(text);

        said.Act.ShouldBe(UtteranceAct.Request);
        said.Request.ShouldNotBeNull().Kind.ShouldBe(kind);
        said.ChargePoint.ShouldBeNull();
    }

    [Fact]
    public void A_question_keeps_the_device_it_is_about()
    {
        var said = Read("does it work with the EV3?");

        said.Act.ShouldBe(UtteranceAct.Question);
        said.Vehicle.ShouldNotBeNull().Model.ShouldBe("EV3");
    }
}
