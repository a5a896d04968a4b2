using SmartFlexBot.Kraken.Classic;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Kraken.Classic;

public sealed class ClassicChoicesTests
{
    private static readonly CatalogueEntry[] Catalogue =
    [
        new(DeviceKind.ElectricVehicle, "Tesla", "Model 3", "501", IsIntegrationLive: true, Provider: "TESLA"),
        new(DeviceKind.ElectricVehicle, "Tesla", "Model S", "504", IsIntegrationLive: false, Provider: "TESLA"),
        new(DeviceKind.ElectricVehicle, "BYD", "Dolphin", "502", IsIntegrationLive: false, Provider: "BYD"),
        new(DeviceKind.ElectricVehicle, "audi", "e-tron", Provider: "ENODE"),
        new(DeviceKind.ElectricVehicle, "Odd", "One", "503", IsIntegrationLive: true, Provider: "NEW_PROVIDER"),
        new(DeviceKind.ChargePoint, "Tesla", "Wall", "8", IsIntegrationLive: true, Provider: "TESLA"),
        new(DeviceKind.ChargePoint, "Ohme", "Home Pro", "9", IsIntegrationLive: true, Provider: "OHME"),
    ];

    private static readonly ClassicState Start = new("A-1", 7, 1, ["ELECTRIC_VEHICLES"], []);
    private static readonly ClassicState Both = Start with
    {
        DeviceType = "ELECTRIC_VEHICLES",
        CarMake = "Tesla",
        CarVariant = "501",
        ChargePointMake = "Ohme",
        ChargePointVariant = "9",
    };

    [Fact]
    public void Makes_come_in_the_order_of_the_alphabet_with_none_at_the_end_and_say_whether_one_of_theirs_works()
    {
        new ClassicChoices(Start, Catalogue).Makes(DeviceKind.ElectricVehicle).ShouldBe(
        [
            new("audi", "audi", "audi"),
            new("BYD", "BYD", "BYD", IsIntegrationLive: false),
            new("Odd", "Odd", "Odd", IsIntegrationLive: true),
            new("Tesla", "Tesla", "Tesla", IsIntegrationLive: true),
            new("none", "none"),
        ]);
        new ClassicChoices(Start, Catalogue).Makes(DeviceKind.ChargePoint).Select(make => make.Id).ShouldBe(["Ohme", "Tesla", "none"]);
    }

    [Fact]
    public void Variants_are_those_of_the_make_and_the_kind()
    {
        var choices = new ClassicChoices(Start, Catalogue);
        choices.Variants(DeviceKind.ElectricVehicle, "Tesla").Select(variant => variant.Id).ShouldBe(["501", "504"]);
        choices.Variants(DeviceKind.ChargePoint, "Tesla").Select(variant => variant.Id).ShouldBe(["8"]);
        choices.Variants(DeviceKind.ElectricVehicle, "audi").Select(variant => variant.Id).ShouldBe(["e-tron"]);
        choices.Variants(DeviceKind.ElectricVehicle, null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("501", null, "9", true, "501")]
    [InlineData("501", DeviceKind.ElectricVehicle, "9", false, "501")]
    [InlineData("501", DeviceKind.ChargePoint, "9", false, "9")]
    [InlineData("501", null, null, false, "501")]
    [InlineData("504", null, "9", false, "9")]
    [InlineData("504", null, null, false, "504")]
    [InlineData(null, null, "9", false, "9")]
    [InlineData(null, null, null, false, null)]
    public void What_is_connected_is_what_can_be_and_else_what_was_chosen(
        string? car, DeviceKind? integration, string? charger, bool mustChoose, string? device)
    {
        var choices = new ClassicChoices(
            Both with { CarVariant = car, ChargePointVariant = charger, Integration = integration }, Catalogue);
        choices.MustChoose.ShouldBe(mustChoose);
        choices.Device?.VariantId.ShouldBe(device);
        choices.Other?.VariantId.ShouldBe(device == car ? charger : car);
    }

    [Fact]
    public void A_variant_is_found_by_its_kind_its_make_and_its_id()
    {
        CatalogueEntry[] alike =
        [
            new(DeviceKind.ChargePoint, "Tesla", "Wall", "1"),
            new(DeviceKind.ElectricVehicle, "Other", "Car", "1"),
            new(DeviceKind.ElectricVehicle, "Tesla", "Model 3", "1"),
            new(DeviceKind.ChargePoint, "Ohme", "Home Pro", "1"),
        ];
        var choices = new ClassicChoices(Both with { CarVariant = "1", ChargePointVariant = "1" }, alike);
        (choices.Car?.Model, choices.ChargePoint?.Model).ShouldBe(("Model 3", "Home Pro"));
        new ClassicChoices(Both with { CarVariant = "2" }, alike).Car.ShouldBeNull();
    }

    [Theory]
    [InlineData("503", false)]
    [InlineData("502", false)]
    [InlineData("501", true)]
    public void Only_a_known_provider_that_is_live_can_be_connected(string variant, bool isPossible) =>
        ClassicChoices.IsPossible(Catalogue.Single(entry => entry.VariantId == variant)).ShouldBe(isPossible);

    [Fact]
    public void Nothing_cannot_be_connected_and_one_of_which_nothing_is_told_can()
    {
        ClassicChoices.IsPossible(null).ShouldBeFalse();
        ClassicChoices.IsPossible(Catalogue.Single(entry => entry.Make == "audi")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("deviceType", "ELECTRIC_VEHICLES", true)]
    [InlineData("deviceType", "HEAT_PUMPS", false)]
    [InlineData("carMake", "Tesla", true)]
    [InlineData("carMake", "none", true)]
    [InlineData("carMake", "Ohme", false)]
    [InlineData("carVariant", "504", true)]
    [InlineData("carVariant", "502", false)]
    [InlineData("chargePointMake", "Ohme", true)]
    [InlineData("chargePointMake", "BYD", false)]
    [InlineData("chargePointVariant", "9", true)]
    [InlineData("chargePointVariant", "8", false)]
    [InlineData("signIn", "9", false)]
    public void Only_what_is_offered_can_be_chosen(string step, string option, bool isTaken) =>
        (ClassicAnswers.Apply(step, new StepAnswer.Option(option), Both, Catalogue) is not null).ShouldBe(isTaken);

    [Theory]
    [InlineData(DeviceKind.ElectricVehicle, true)]
    [InlineData(DeviceKind.ChargePoint, true)]
    [InlineData(DeviceKind.HeatPump, false)]
    public void Which_one_to_connect_is_a_question_of_two(DeviceKind kind, bool isTaken)
    {
        var chosen = ClassicAnswers.Apply("integration", new StepAnswer.Integration(kind), Both, Catalogue);
        chosen?.Integration.ShouldBe(kind);
        (chosen is not null).ShouldBe(isTaken);
        ClassicAnswers.Apply("integration", new StepAnswer.Integration(kind), Both with { CarVariant = "504" }, Catalogue).ShouldBeNull();
    }

    [Theory]
    [InlineData("deviceType", "ELECTRIC_VEHICLES", "ELECTRIC_VEHICLES,-,-,-,-")]
    [InlineData("carMake", "BYD", "ELECTRIC_VEHICLES,BYD,-,-,-")]
    [InlineData("carVariant", "504", "ELECTRIC_VEHICLES,Tesla,504,-,-")]
    [InlineData("chargePointMake", "Tesla", "ELECTRIC_VEHICLES,Tesla,501,Tesla,-")]
    [InlineData("chargePointVariant", "9", "ELECTRIC_VEHICLES,Tesla,501,Ohme,9")]
    public void A_choice_forgets_what_was_chosen_after_it(string step, string option, string left)
    {
        var all = Both with
        {
            Integration = DeviceKind.ChargePoint,
            SignIn = new("https://maker.example.test", default, null),
            Pending = new("code", null, []),
        };
        var chosen = ClassicAnswers.Apply(step, new StepAnswer.Option(option), all, Catalogue)!;
        string?[] state = [chosen.DeviceType, chosen.CarMake, chosen.CarVariant, chosen.ChargePointMake, chosen.ChargePointVariant];
        string.Join(',', state.Select(each => each ?? "-")).ShouldBe(left);
        (chosen.Integration, chosen.SignIn, chosen.Pending).ShouldBe((null, null, null));
    }

    [Fact]
    public void A_step_was_answered_when_its_answer_is_there()
    {
        string[] steps = ["deviceType", "carMake", "carVariant", "chargePointMake", "chargePointVariant", "integration"];
        var answered = Both with { Integration = DeviceKind.ChargePoint };
        steps.ShouldAllBe(step => ClassicAnswers.IsSelecting(step) && ClassicAnswers.WasAnswered(step, answered)
            && !ClassicAnswers.WasAnswered(step, Start));
        ClassicAnswers.IsSelecting("signIn").ShouldBeFalse();
        ClassicAnswers.WasAnswered("signIn", answered).ShouldBeFalse();
        ClassicAnswers.IsOffered(Start).ShouldBeTrue();
        ClassicAnswers.IsOffered(Start with { DeviceType = "HEAT_PUMPS" }).ShouldBeFalse();
    }
}
