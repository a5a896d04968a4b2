using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Recognition.Catalogue;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Devices;

/// <summary>A make or model that the tenant does not have is said by its name, once, with ways to go on.</summary>
public sealed class CannotConnectTests
{
    private static readonly DeviceAnswer Dolphin = new("BYD", "Dolphin", IsUnknown: true, Words: "BYD Dolphin, no charger");

    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData("BYD Dolphin, no charger", "BYD Dolphin")]
    [InlineData("Hyundai Ioniq 5, no charger", "Hyundai IONIQ 5")]
    [InlineData("Polestar 2", "Polestar 2")]
    [InlineData("Kia EV9", "Kia EV9")]
    [InlineData("we have a Renault Zoe", "Renault Zoe")]
    public async Task A_car_of_the_market_is_called_by_its_name_and_no_other_make_is_proposed(string words, string device)
    {
        var chat = await OpenAsync(Fresh);

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("cannot.title", ("device", device))}]"]);

        chat.CardTexts.ShouldNotContain(text => text.Contains("Tesla", StringComparison.Ordinal));
        var vehicle = (await chat.JourneyAsync()).Vehicle.ShouldNotBeNull();
        (vehicle.IsUnknown, vehicle.IsDevice, vehicle.DisplayName).ShouldBe((true, false, device));
    }

    [Fact]
    public async Task A_charger_of_the_market_is_called_by_its_name_as_well()
    {
        var chat = await OpenAsync(Fresh);

        (await chat.SayAsync("I have an Andersen A3")).ShouldBe([$"[{Chat.Text("cannot.title", ("device", "Andersen A3"))}]"]);

        Choices(chat).ShouldBe(["other", "another", "tell-me", "person"]);
        chat.CardTexts.ShouldContain(Chat.Text("cannot.other.ChargePoint"));
        chat.CardTexts.ShouldContain(Chat.Text("cannot.another.ChargePoint"));
    }

    [Theory]
    [InlineData("my car is not on the list")]
    [InlineData("you don't have my car")]
    public async Task A_car_that_is_not_listed_needs_no_name(string words)
    {
        var chat = await OpenAsync(Fresh);

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("cannot.title.ElectricVehicle")}]"]);
    }

    [Theory]
    [InlineData("none of these")]
    [InlineData("neither")]
    [InlineData("it's a different one")]
    public async Task None_of_the_models_of_a_make_is_said_of_the_make(string words)
    {
        var chat = await OpenAsync(Fresh);
        await chat.SayAsync("a Tesla and no charger");

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("cannot.title.make", ("make", "Tesla"))}]"]);
    }

    [Fact]
    public async Task Where_there_is_no_charger_it_is_no_way()
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin, ChargePoint = DeviceAnswer.None });

        Choices(chat).ShouldBe(["another", "tell-me", "person"]);
    }

    [Theory]
    [InlineData("my charger instead")]
    [InlineData("Use my charger instead")]
    public async Task The_charger_instead_is_asked_for_and_the_car_is_not_told_again(string words)
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin });

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("devices.ask.ChargePoint")]);
        (await chat.SayAsync("an Ohme Home Pro")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        chat.CardTexts.ShouldContain(Chat.Text("confirm.cannot", ("device", "BYD Dolphin")));
        (await chat.JourneyAsync()).Vehicle.ShouldBe(Dolphin with { IsSetAside = true });
    }

    [Fact]
    public async Task Another_car_is_asked_for()
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin, ChargePoint = DeviceAnswer.None });

        (await chat.PressAsync("choose", "another")).ShouldBe([Chat.Text("devices.ask.Vehicle")]);

        (await chat.JourneyAsync()).Vehicle.ShouldBeNull();
    }

    [Fact]
    public async Task Another_car_can_be_named_at_once()
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin, ChargePoint = DeviceAnswer.None });

        (await chat.SayAsync("oh, then my Kia EV6")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        (await chat.JourneyAsync()).Vehicle!.DisplayName.ShouldBe("Kia EV6");
    }

    [Fact]
    public async Task Another_charger_is_asked_for_and_the_car_stays()
    {
        var chat = await OpenAsync(Fresh with
        {
            Vehicle = DeviceAnswer.None,
            ChargePoint = new("Andersen", "A3", IsUnknown: true),
        });
        Choices(chat).ShouldBe(["another", "tell-me", "person"]);

        (await chat.PressAsync("choose", "another")).ShouldBe([Chat.Text("devices.ask.ChargePoint")]);

        var journey = await chat.JourneyAsync();
        (journey.ChargePoint, journey.Vehicle).ShouldBe((null, DeviceAnswer.None));
    }

    [Fact]
    public async Task Who_wants_to_be_told_is_a_wish_for_the_supplier_and_goes_on_with_the_charger()
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin });

        (await chat.PressAsync("choose", "tell-me")).ShouldBe([Chat.Text("cannot.noted"), Chat.Text("devices.ask.ChargePoint")]);

        var wish = chat.Effects.Events.ShouldHaveSingleItem();
        wish.Name.ShouldBe("journey.wish");
        wish.Json.ShouldBe(
            """{"journey":"A-1/7","kind":"ElectricVehicle","make":"BYD","model":"Dolphin","tellWhenPossible":true}""");
    }

    [Fact]
    public async Task Where_nothing_is_left_the_wish_is_said_to_be_noted_once()
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin, ChargePoint = DeviceAnswer.None });

        (await chat.PressAsync("choose", "tell-me")).ShouldBe([Chat.Text("devices.nothing")]);

        chat.Effects.Events.Select(wish => wish.Name).ShouldBe(["journey.wish", "journey.wish"]);
    }

    [Fact]
    public async Task A_person_is_one_press_away_and_nothing_is_asked_again_meanwhile()
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin });

        (await chat.PressAsync("choose", "person")).ShouldBe([Chat.Text("person")]);

        (await chat.JourneyAsync()).Vehicle.ShouldBe(Dolphin);
    }

    [Fact]
    public async Task What_is_not_understood_is_asked_again_in_one_sentence()
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin });

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("cannot.text")]);
    }

    [Theory]
    [InlineData("en", "ok, let me know when you can")]
    [InlineData("de", "Bitte Bescheid geben, wenn es geht")]
    [InlineData("es", "avísame cuando se pueda")]
    [InlineData("fr", "prévenez-moi quand c’est possible")]
    [InlineData("it", "avvisatemi quando si può")]
    public async Task Who_wants_to_be_told_may_say_so_in_their_own_words(string language, string words)
    {
        var chat = new Chat(_kraken) { BegunIn = language };
        chat.Know(Fresh with { Vehicle = Dolphin, ChargePoint = DeviceAnswer.None });
        await chat.OpenAsync();

        await chat.SayAsync(words);

        chat.Effects.Events[0].Json.ShouldContain("\"tellWhenPossible\":true");
    }

    [Theory]
    [InlineData("en", "why not?")]
    [InlineData("en", "why can't you connect it?")]
    [InlineData("de", "Warum nicht?")]
    [InlineData("es", "¿Por qué no?")]
    [InlineData("fr", "Pourquoi pas ?")]
    [InlineData("it", "Perché no?")]
    public async Task Why_not_is_told(string language, string words)
    {
        var chat = new Chat(_kraken) { BegunIn = language };
        await chat.OpenAsync();
        await chat.SayAsync("BYD Dolphin");

        (await chat.SayAsync(words)).ShouldBe([Chat.TextIn(language, "cannot.why")]);
        (await chat.JourneyAsync()).Vehicle.ShouldNotBeNull().IsSetAside.ShouldBeFalse();
    }

    [Fact]
    public async Task Why_not_is_told_at_the_card_that_confirms_the_other_device()
    {
        var chat = await OpenAsync(Fresh);
        await chat.SayAsync("BYD Dolphin and an Ohme Home Pro");

        (await chat.SayAsync("why can't you connect it?"))[0].ShouldBe(Chat.Text("cannot.why"));

        (await chat.JourneyAsync()).DevicesConfirmed.ShouldBeFalse();
    }

    [Fact]
    public async Task After_an_answer_to_a_question_the_open_one_stands_again_in_one_line()
    {
        var chat = await OpenAsync(Fresh with { Vehicle = Dolphin });

        (await chat.SayAsync("is it safe for my battery?")).ShouldBe([Chat.Text("answer.battery-wear"), Chat.Text("open.OtherDevice")]);
    }

    [Fact]
    public async Task A_car_that_cannot_be_connected_is_no_obstacle_beside_a_charger_that_can()
    {
        var chat = await OpenAsync(Fresh);

        (await chat.SayAsync("BYD Dolphin and an Ohme Home Pro")).ShouldBe([$"[{Chat.Text("confirm.title")}]"]);

        chat.CardTexts.ShouldContain(Chat.Text("confirm.propose.ChargePoint"));
        chat.CardTexts.ShouldContain(Chat.Text("confirm.cannot", ("device", "BYD Dolphin")));
    }

    [Theory]
    [InlineData("the charger please")]
    [InlineData("charger please")]
    public async Task The_other_device_in_words_is_as_good_as_its_button(string words)
    {
        var chat = await OpenAsync(Named);

        (await chat.SayAsync(words)).ShouldBe([$"[{Chat.Text("consent.title")}]"]);

        var journey = await chat.JourneyAsync();
        (journey.DevicesConfirmed, journey.Chosen).ShouldBe((true, DeviceKind.ChargePoint));
    }

    private static IEnumerable<string?> Choices(Chat chat) =>
        chat.Elements.Where(element => element["choice"] is not null).Select(element => (string?)element["choice"]);

    private async Task<Chat> OpenAsync(Journey journey)
    {
        var chat = new Chat(_kraken);
        chat.Know(journey);
        await chat.OpenAsync();
        return chat;
    }
}
