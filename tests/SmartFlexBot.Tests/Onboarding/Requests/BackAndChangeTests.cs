using static SmartFlexBot.Tests.Onboarding.Chats;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Requests;

/// <summary>Answers are taken back, one or all.</summary>
public sealed class BackAndChangeTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Back_takes_one_answer_back_and_asks_for_it_again()
    {
        var chat = await AtConfirmationAsync(_kraken);
        await chat.PressAsync("yes");

        (await chat.SayAsync("back")).ShouldBe([Chat.Text("back.done"), $"[{Chat.Text("confirm.title")}]"]);
        (await chat.SayAsync("back"))[0].ShouldBe(Chat.Text("back.done"));

        var journey = await chat.JourneyAsync();
        (journey.Vehicle, journey.ChargePoint).ShouldBe((Tesla, null));
        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_can_be_taken_back_it_is_said_so()
    {
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        (await chat.SayAsync("back")).ShouldBe([Chat.Text("back.not-here"), Chat.Text("devices.ask.Both")]);
    }

    [Fact]
    public async Task Back_while_the_onboarding_waits_cancels_it_first()
    {
        var chat = await AtSignInAsync(_kraken);

        (await chat.SayAsync("back"))[0].ShouldBe(Chat.Text("back.done"));
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["cancel"]);
    }

    [Fact]
    public async Task Change_clears_car_and_charger_and_asks_for_both()
    {
        var chat = await AtConfirmationAsync(_kraken);

        (await chat.SayAsync("change")).ShouldBe([Chat.Text("change.done"), Chat.Text("devices.ask.Both")]);

        var journey = await chat.JourneyAsync();
        (journey.Vehicle, journey.ChargePoint, journey.DevicesConfirmed, journey.Chosen).ShouldBe((null, null, false, null));
    }

    [Theory]
    [InlineData("change")]
    [InlineData("start over")]
    public async Task A_device_that_is_registered_is_not_changed_here(string words)
    {
        var chat = await AtTestAsync(_kraken);

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("change.registered"), $"[{Chat.Text("test.title")}]"]);

        (await chat.JourneyAsync()).Vehicle.ShouldBe(Tesla);
        chat.Effects.Commands.ShouldBeEmpty();
    }
}
