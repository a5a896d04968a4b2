using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Devices;
using SmartFlexBot.Recognition.Requests;
using static SmartFlexBot.Tests.Recognition.MarketAsTenant;

namespace SmartFlexBot.Tests.Recognition.Devices;

/// <summary>What is taken, how surely, in which of the customer's words, and what is offered instead.</summary>
public sealed class DeviceMentionsTests
{
    [Theory]
    [InlineData("Tesla Model Y", "Model Y", Certainty.Exact)]
    [InlineData("a Zoe", "Zoe", Certainty.Exact)]
    [InlineData("a telsa model y", "Model Y", Certainty.Exact)] // the make beside it is not what is taken
    [InlineData("a leef", "Leaf", Certainty.Exact)] // in the catalogue as well
    [InlineData("a taycann", "Taycan", Certainty.Likely)]
    [InlineData("an MG, the hatchback one", "MG4", Certainty.Likely)]
    [InlineData("Tesla", null, Certainty.Exact)]
    [InlineData("telsa", null, Certainty.Likely)]
    public void A_name_as_written_is_exact_and_a_conclusion_is_likely(string text, string? model, Certainty certainty)
    {
        var vehicle = Read(text).Vehicle.ShouldNotBeNull();

        (vehicle.Model, vehicle.Certainty).ShouldBe((model, certainty));
    }

    [Theory]
    [InlineData("it's my trusty Škoda Enyaq, really", "Škoda Enyaq")]
    [InlineData("an Enyaq Skoda", "Enyaq Skoda")]
    [InlineData("Enyaq", "Enyaq")]
    [InlineData("an Enyaq which Skoda makes", "Enyaq")]
    public void The_words_are_those_that_name_the_device(string text, string words) =>
        Read(text).Vehicle.ShouldNotBeNull().Words.ShouldBe(words);

    [Theory]
    [InlineData("a Zoe", UtteranceAct.Answer)]
    [InlineData("no charger", UtteranceAct.Answer)]
    [InlineData("no car", UtteranceAct.Answer)]
    [InlineData("an e-bike", UtteranceAct.Answer)]
    [InlineData("an unbranded charger", UtteranceAct.Answer)]
    [InlineData("Polestar", UtteranceAct.Answer)]
    [InlineData("a Zoe?", UtteranceAct.Question)]
    [InlineData("which cars work with that", UtteranceAct.Question)]
    [InlineData("hm", UtteranceAct.Unclear)]
    [InlineData("which", UtteranceAct.Unclear)]
    [InlineData("", UtteranceAct.Unclear)]
    [InlineData("help", UtteranceAct.Request)]
    [InlineData("smell of gas at my Zoe", UtteranceAct.Request)]
    public void An_utterance_is_an_answer_a_question_a_request_or_none_of_them(string text, UtteranceAct act) =>
        Read(text).Act.ShouldBe(act);

    [Fact]
    public void What_is_asked_for_beside_a_device_is_no_request() => Read("change: Zoe").Request.ShouldBeNull();

    [Fact]
    public void One_of_the_list_that_was_shown_is_taken_as_the_list_has_it()
    {
        var context = RecognitionContext.Empty with
        {
            Asked = AskedFor.Pick,
            Offered = [Car("Skoda", "Elroq 50"), Charger("Ohme", "ePod"), Car("Skoda", "Elroq 60")],
        };

        Read("the last one please", context).ShouldBe(new DeviceUtterance
        {
            Vehicle = new(DeviceKind.ElectricVehicle, "Skoda", "Elroq 60", Certainty.Exact, "the last one please"),
            Act = UtteranceAct.Answer,
        });
        var charger = Read("2", context);
        (charger.ChargePoint?.Model, charger.Vehicle, charger.Act).ShouldBe(("ePod", null, UtteranceAct.Answer));
        Read("none of these", context).ShouldBe(new DeviceUtterance { Act = UtteranceAct.Answer });
        Read("person", context).Request.ShouldNotBeNull().Kind.ShouldBe(RequestKind.Human);
    }

    [Theory]
    [InlineData("Polestar", "2|3|4|5")]
    [InlineData("ev 6 or 9", "EV6|EV9")]
    [InlineData("ioniq 5 and 6", "IONIQ 5|IONIQ 6")]
    [InlineData("two teslas, a 3 and a y", "Model 3|Model Y")]
    [InlineData("a model 3 or y", "Model 3|Model Y")]
    [InlineData("a leaf or a zoe", "Leaf|Zoe")]
    [InlineData("model 3 and y then a zappi", "")] // "y" is Spanish for "and"
    [InlineData("ev6 or a zappi", "")]
    [InlineData("ev6 or maybe the 9", "EV6|EV9")]
    [InlineData("ev6 9", "")]
    [InlineData("a volvo", "")] // more than fit one message
    [InlineData("a Zoe", "")]
    public void Where_several_fit_just_these_are_offered(string text, string models) =>
        string.Join('|', Read(text).VehicleOffers.Select(offer => offer.Model)).ShouldBe(models);

    [Theory]
    [InlineData("ev 6 or 9", "Kia")]
    [InlineData("a leaf or a zoe", null)]
    [InlineData("a volvo", "Volvo")]
    [InlineData("a leaf and an ariya", null)]
    public void A_make_is_kept_where_the_choice_is_among_its_own(string text, string? make) => Read(text).Vehicle?.Make.ShouldBe(make);

    [Theory]
    [InlineData("a leaf and a zoe, connect the zoe", "Zoe")]
    [InlineData("leaf or zoe, well, the zoe", "Zoe")]
    [InlineData("not the ariya, the leaf", "Leaf")]
    [InlineData("no leaf, zoe", "Zoe")]
    [InlineData("no, a leaf", "Leaf")]
    [InlineData("I used to have a leaf, now a zoe", "Zoe")]
    [InlineData("swapped the leaf for the zoe", "Zoe")]
    [InlineData("MG estate", "MG5")]
    [InlineData("a Kia with seven seats", "EV9")]
    [InlineData("niro plug in", "Niro PHEV")]
    [InlineData("niro electric", "Niro EV")]
    [InlineData("range rover sport p440e", "Range Rover Sport PHEV")]
    [InlineData("kia sole", "e-Soul")]
    [InlineData("nissan leave", "Leaf")]
    [InlineData("leaf 40kwh", "Leaf 40")]
    [InlineData("leaf40", "Leaf 40")]
    [InlineData("i3 94Ah", "i3 94Ah")]
    [InlineData("model y performance", "Model Y Performance")]
    public void The_one_that_is_meant_is_taken(string text, string model) => Read(text).Vehicle.ShouldNotBeNull().Model.ShouldBe(model);

    [Theory]
    [InlineData("audi a3")]
    [InlineData("my home charger")]
    [InlineData("a wall charger")]
    [InlineData("a smart charger")]
    [InlineData("BMW")]
    public void What_is_no_charge_points_name_is_none(string text) => Read(text).ChargePoint.ShouldBeNull();

    [Theory]
    [InlineData("BMW wallbox", "BMW")]
    [InlineData("a charger by BMW", "BMW")]
    [InlineData("the tesla charger", "Tesla")]
    [InlineData("ohme", "Ohme")]
    public void A_noun_beside_a_make_says_which_kind_is_meant(string text, string make)
    {
        var said = Read(text);

        (said.ChargePoint?.Make, said.Vehicle).ShouldBe((make, null));
    }

    [Fact]
    public void A_make_of_both_is_what_was_asked_for()
    {
        Read("BMW", RecognitionContext.Empty with { Asked = AskedFor.ChargePoint }).ChargePoint.ShouldNotBeNull().Make.ShouldBe("BMW");
        Read("BMW", RecognitionContext.Empty with { Asked = AskedFor.Car }).Vehicle.ShouldNotBeNull().Make.ShouldBe("BMW");
    }

    [Fact]
    public void A_word_of_a_known_device_names_another_variant_of_it()
    {
        var tenant = For(Charger("Zog", "Box"), Charger("Zog", "Box Plus"), Car("Zog", "Box"), Car("Zog", "Box Performance"));
        var known = RecognitionContext.Empty with { ChargePoint = new("Zog", "Box") };

        tenant.Recognise("sorry, the plus one", known).ChargePoint.ShouldNotBeNull().Model.ShouldBe("Box Plus");
        tenant.Recognise("sorry, the plus one?", known).ChargePoint.ShouldBeNull();
        tenant.Recognise("sorry, the plus one", RecognitionContext.Empty).ChargePoint.ShouldBeNull();
        tenant.Recognise("sorry, the performance", RecognitionContext.Empty with { Vehicle = new("Zog", "Box") })
            .Vehicle.ShouldNotBeNull().Model.ShouldBe("Box Performance");
        tenant.Recognise("sorry, the plus one", known with { ChargePoint = new("Zog", null) }).ChargePoint.ShouldBeNull();
        tenant.Recognise("sorry, the plus one", known with { ChargePoint = new("Zig", "Box") }).ChargePoint.ShouldBeNull();
    }
}
