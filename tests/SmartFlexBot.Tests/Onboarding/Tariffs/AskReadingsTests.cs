using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Tariffs;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.OfferChats;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <summary>Half-hourly readings, which are a permission of their own.</summary>
public sealed class AskReadingsTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task Readings_are_a_permission_of_their_own()
    {
        var chat = await AtOfferAsync(_kraken);
        await chat.PressAsync("agree");

        (await chat.SayAsync("hm")).ShouldBe([Chat.Text("tariff.readings.retry")]);
        (await chat.SayAsync("why do you need that?")).ShouldBe(
            [$"{Chat.Text("tariff.readings.why")} {Chat.Text("tariff.readings.retry")}"]);
        (await chat.SayAsync("ok")).ShouldBe([Chat.Text("tariff.readings.retry")]);
        (await chat.SayAsync("I agree")).ShouldBe([Chat.Text("wait.BeginSwitch")]);

        (await chat.JourneyAsync()).Consents[^1].ShouldBe(
            new(ConsentPurpose.HalfHourlyReadings, true, Shipped.Market.ConsentWording, "I agree", Noon));
        var command = TariffCommand.Read(chat.Effects.Commands[^1].Payload);
        (command.Action, command.HalfHourlyReadings, command.Agreed!.ProductCode).ShouldBe((TariffChange.Begin, true, Smart.ProductCode));
    }

    [Fact]
    public async Task The_readings_button_is_kept_in_its_own_words()
    {
        var chat = await AtOfferAsync(_kraken);
        await chat.PressAsync("agree");

        await chat.PressAsync("yes");

        (await chat.JourneyAsync()).Consents[^1].Words.ShouldBe(Chat.Text("tariff.readings.yes"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_the_readings_nothing_is_switched(bool isTyped)
    {
        var chat = await AtOfferAsync(_kraken);
        await chat.PressAsync("agree");

        (await (isTyped ? chat.SayAsync("no") : chat.PressAsync("no")))[0].ShouldBe(Chat.Text("tariff.readings.refused"));

        var tariff = (await chat.JourneyAsync()).Tariff;
        (tariff.Agreed, tariff.Declined).ShouldBe((null, true));
    }

    [Fact]
    public async Task Where_the_tariff_is_a_choice_all_goes_on_without_the_readings()
    {
        var chat = await AtOfferAsync(_kraken, market: MarketOfChoice);
        await chat.PressAsync("agree");

        (await chat.PressAsync("no")).ShouldBe(
        [
            Chat.Text("tariff.readings.refused"), Words("tariff.reason.Declined", "tariff.then.Optional"),
            $"[{Chat.Text("consent.title")}]",
        ]);
    }
}
