using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Devices;

/// <summary>Car and charger in the customer's own words, a list where they fit several, one card that says what was understood.</summary>
public sealed partial class DeviceQuestionsTests
{
    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData("a Tesla Model Y", "devices.ask.ChargePoint")]
    [InlineData("an Ohme Home Pro", "devices.ask.Vehicle")]
    [InlineData("no charger", "devices.ask.Vehicle")]
    [InlineData("I have no electric car", "devices.ask.ChargePoint")]
    public async Task What_is_missing_is_asked_for(string words, string key)
    {
        var chat = await OpenAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key)]);
    }

    [Fact]
    public async Task The_first_words_of_a_conversation_are_the_answer_already()
    {
        var chat = new Chat(_kraken);

        (await chat.SayAsync("Kia EV6 and an Ohme Home Pro"))[^1].ShouldBe($"[{Chat.Text("confirm.title")}]");

        var journey = await chat.JourneyAsync();
        journey.Vehicle.ShouldBe(new("Kia", "EV6", Words: "Kia EV6", BatterySize: 77, VariantId: "v-ev6"));
        journey.ChargePoint.ShouldBe(new("Ohme", "Home Pro", Words: "Ohme Home Pro", PowerInKw: 7.4m, VariantId: "v-ohme"));
    }

    [Theory]
    [InlineData("Hello!")]
    [InlineData("hi there")]
    [InlineData("Good morning")]
    [InlineData("ok")]
    public async Task Who_greets_is_asked_and_not_told_that_nothing_was_found(string words)
    {
        var chat = await OpenAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("devices.ask.Both")]);
    }

    [Fact]
    public async Task What_is_not_found_is_asked_for_as_it_stands_on_the_device()
    {
        var chat = await OpenAsync();

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("devices.retry")]);
        (await chat.SayAsync("what do you mean?")).ShouldBe([Chat.Text("answer.car-or-charger"), Chat.Text("open.AskDevices")]);
    }

    [Fact]
    public async Task A_make_alone_is_asked_for_its_model_and_of_several_a_list_is_shown()
    {
        var chat = await OpenAsync();

        (await chat.SayAsync("a Tesla and no charger")).ShouldBe([$"[{Chat.Text("devices.offers.title")}]"]);
        chat.Elements.Where(element => element["choice"] is not null)
            .Select(element => ((string?)element["title"], (string?)element["choice"])).ShouldBe(
            [("Tesla Model 3 Long Range", "0"), ("Tesla Model Y", "1"), (Chat.Text("devices.offers.none"), "none-of-these")]);

        (await chat.PressAsync("choose", "1")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);
        (await chat.JourneyAsync()).Vehicle.ShouldBe(new("Tesla", "Model Y", BatterySize: 75, VariantId: "v-y"));
        chat.Memory.Offers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the second one", "Model Y")]
    [InlineData("long range", "Model 3 Long Range")]
    public async Task One_of_the_list_can_be_typed(string words, string model)
    {
        var chat = await OpenAsync();
        await chat.SayAsync("a Tesla and no charger");

        await chat.SayAsync(words);

        (await chat.JourneyAsync()).Vehicle!.Model.ShouldBe(model);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("7")]
    [InlineData("x")]
    public async Task What_is_not_in_the_list_is_not_taken(string choice)
    {
        var chat = await OpenAsync();
        await chat.SayAsync("a Tesla and no charger");

        (await chat.PressAsync("choose", choice)).ShouldBe([$"[{Chat.Text("devices.offers.title")}]"]);

        (await chat.JourneyAsync()).Vehicle!.Model.ShouldBeNull();
    }

    [Fact]
    public async Task None_of_these_cannot_be_connected_whatever_it_is()
    {
        var chat = await OpenAsync();
        await chat.SayAsync("a Tesla and no charger");

        (await chat.PressAsync("choose", "none-of-these")).ShouldBe([$"[{Chat.Text("cannot.title.make", ("make", "Tesla"))}]"]);

        chat.Memory.Offers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_list_the_words_of_its_last_button_mean_nothing()
    {
        var chat = await OpenAsync();

        (await chat.SayAsync("none of these")).ShouldBe([Chat.Text("devices.retry")]);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("nope, none")]
    public async Task A_no_to_which_charger_is_that_there_is_none(string words)
    {
        var chat = new Chat(_kraken);
        chat.Know(Fresh with { Vehicle = Tesla });
        await chat.OpenAsync();

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        (await chat.JourneyAsync()).ChargePoint.ShouldNotBeNull().IsNone.ShouldBeTrue();
    }

    [Fact]
    public async Task The_model_is_asked_for_by_the_make_of_what_is_missing()
    {
        var car = new Chat(_kraken);
        car.Know(Fresh with { Vehicle = new("Kia"), ChargePoint = Ohme });
        (await car.OpenAsync())[^1].ShouldBe(Chat.Text("devices.ask.VehicleModel", ("make", "Kia")));

        var charger = new Chat(_kraken);
        charger.Know(Fresh with { Vehicle = Tesla, ChargePoint = new("Zappi") });
        (await charger.OpenAsync())[^1].ShouldBe(Chat.Text("devices.ask.ChargePointModel", ("make", "Zappi")));
    }

    [Fact]
    public async Task An_unknown_brand_is_kept_in_the_customers_words()
    {
        var chat = await OpenAsync();
        await chat.SayAsync("no charger");

        await chat.SayAsync("an electric motorbike");

        (await chat.JourneyAsync()).Vehicle.ShouldBe(new(Make: null, IsUnknown: true, Words: "an electric motorbike"));
    }

    [Fact]
    public async Task A_brand_that_nobody_knows_is_not_on_our_list()
    {
        var chat = await OpenAsync(Named with { ChargePoint = Unknown });

        chat.CardTexts.ShouldContain(Chat.Text("confirm.unknown"));
    }

    [Fact]
    public async Task Nothing_to_connect_is_noted_and_what_is_named_later_is_heard()
    {
        var neither = await OpenAsync(Fresh with { Vehicle = DeviceAnswer.None, ChargePoint = DeviceAnswer.None });
        neither.Said[^1].ShouldBe(Chat.Text("devices.none"));
        neither.Effects.Events.ShouldBeEmpty();

        var chat = await OpenAsync(Fresh with { Vehicle = Unknown with { IsSetAside = true }, ChargePoint = DeviceAnswer.None });
        chat.Said[^1].ShouldBe(Chat.Text("devices.nothing"));
        chat.Effects.Events.Select(noted => (noted.Name, noted.Key)).ShouldBe(
            [("journey.wish", "journey.wish/A-1/7/devices.nothing/")]);

        (await chat.SayAsync("now I have a Kia EV6")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        (await chat.JourneyAsync()).Kind.ShouldBe(Car);
    }

    private async Task<Chat> OpenAsync(Journey? journey = null)
    {
        var chat = new Chat(_kraken);
        chat.Know(journey ?? Fresh);
        await chat.OpenAsync();
        return chat;
    }
}
