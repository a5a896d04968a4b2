using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Tests.Onboarding.Turns;

public sealed class ConversationMemoryTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"onboarding":null}""")]
    [InlineData("""{"onboarding":"text"}""")]
    [InlineData("""{"onboarding":{"greeted":"yes"}}""")]
    [InlineData("""{"onboarding":{"question":{"kind":"AskedByALaterVersion"}}}""")]
    public void What_cannot_be_read_is_a_new_conversation(string state)
    {
        var memory = Read(state);

        (memory.Greeted, memory.Asking, memory.Question).ShouldBe((false, null, null));
        memory.Inputs.ShouldBeEmpty();
        memory.Offers.ShouldBeEmpty();
    }

    [Fact]
    public void Fields_of_a_newer_version_are_passed_over() =>
        Read("""{"onboarding":{"greeted":true,"mood":"sunny","question":{"kind":"StartOver","since":1}},"other":1}""")
            .ShouldSatisfyAllConditions(
                memory => memory.Greeted.ShouldBeTrue(),
                memory => memory.Offers.ShouldBeEmpty(),
                memory => memory.Inputs.ShouldBeEmpty(),
                memory => memory.Question.ShouldBe(new PendingQuestion(QuestionKind.StartOver)));

    [Fact]
    public void Everything_comes_back_the_first_value_of_each_choice_too()
    {
        var state = new TurnState([]);
        var memory = new ConversationMemory
        {
            Locale = "de",
            Greeted = true,
            PropertyId = 0,
            Asking = "AskDevices:Both",
            IsOpen = true,
            CardToken = "t",
            AskedPurpose = ConsentPurpose.DataAndLocation,
            Inputs = new Dictionary<string, string> { ["serial"] = "" },
            Told = "told",
            SaidBusy = true,
            Later = "later",
            Question = new PendingQuestion(QuestionKind.Cancel),
            IsOnPhone = true,
            Eligibility = new(IsEligible: false, [DeviceKind.ElectricVehicle]),
            Offers = [new(DeviceKind.ElectricVehicle, "Tesla", "Model 3", BatterySize: 0)],
        };
        memory.Save(state);

        var read = ConversationMemory.Of(new TurnState(JsonNode.Parse(state.Values.ToJsonString())!.AsObject()));

        var again = new TurnState([]);
        read.Save(again);
        JsonNode.DeepEquals(again.Values, state.Values).ShouldBeTrue(again.Values.ToJsonString());
        (read.Question, read.AskedPurpose, read.PropertyId, read.SaidBusy).ShouldBe(
            (memory.Question, ConsentPurpose.DataAndLocation, 0, true));
        read.Offers.ShouldBe(memory.Offers);
        read.Inputs.ShouldBe(memory.Inputs);
        read.Eligibility!.DeviceKinds.ShouldBe(memory.Eligibility!.DeviceKinds);
    }

    private static ConversationMemory Read(string state) => ConversationMemory.Of(new TurnState(JsonNode.Parse(state)!.AsObject()));
}
