using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Tariffs;
using SmartFlexBot.Onboarding.Waiting;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;
using static SmartFlexBot.Tests.Onboarding.Tariffs.Offers;

namespace SmartFlexBot.Tests.Onboarding.Tariffs;

/// <content>What stopped, or was refused.</content>
public sealed partial class SwitchNewsTests
{
    [Fact]
    public async Task A_switch_that_stopped_says_why_and_can_be_looked_at_again()
    {
        var chat = await AtAsync(Agreed with { Tariff = Agreed.Tariff with { Switch = Begun } });

        (await SeenAsync(chat, Begun with { State = TariffSwitchState.Stopped, Code = "CANCELLED" })).ShouldBe(
            [OfferChats.Card("tariff.reason.Cancelled", "tariff.then.NotConnected", "tariff.way.LookAgain")]);
        await chat.PressAsync("yes");

        var tariff = (await chat.JourneyAsync()).Tariff;
        (tariff.RetriedAfter, tariff.Switch, tariff.Agreed).ShouldBe(("e-1", null, null));
        TariffCommand.Read(chat.Effects.Commands[^1].Payload).RetriedAfter.ShouldBe("e-1");
        chat.Effects.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_code_that_has_no_words_is_said_in_general()
    {
        var chat = await AtAsync(Agreed with { Tariff = Agreed.Tariff with { Switch = Begun } });

        (await SeenAsync(chat, Begun with { State = TariffSwitchState.Stopped, Code = "NEW" })).ShouldBe(
            [OfferChats.Card("tariff.reason.Stopped", "tariff.then.NotConnected", "tariff.way.LookAgain")]);
    }

    [Theory]
    [InlineData(TariffProblemKind.DateNotPossible)]
    [InlineData(TariffProblemKind.OfferGone)]
    public async Task An_offer_that_is_not_there_any_more_is_read_again(TariffProblemKind kind)
    {
        var chat = await AtAsync(Agreed);

        (await chat.SwitchedAsync(new(Refused: kind))).ShouldBe([Chat.Text("tariff.changed")]);

        var tariff = (await chat.JourneyAsync()).Tariff;
        (tariff.Read, tariff.Agreed, tariff.Refused).ShouldBe((null, null, null));
        TariffCommand.Read(chat.Effects.Commands[^1].Payload).Action.ShouldBe(TariffChange.Read);
    }

    [Fact]
    public async Task Another_refusal_is_told_with_its_reason()
    {
        var chat = await AtAsync(Agreed);

        (await chat.SwitchedAsync(new(Refused: TariffProblemKind.NotOffered))).ShouldBe(
            [OfferChats.Card("tariff.reason.NotFromHere", "tariff.then.NotConnected", "tariff.way.AskTeam")]);
    }

    [Fact]
    public async Task Busy_is_said_and_tried_again_by_itself()
    {
        var chat = await AtAsync(Agreed);

        (await chat.SwitchedAsync(new(Refused: TariffProblemKind.TryLater))).ShouldBe([Chat.Text("refused.TryLater")]);
        await chat.HappenAsync(TryAgain.EventName);

        chat.Effects.Commands.Count.ShouldBe(2);
        chat.Effects.Commands.Select(command => command.Key).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_was_refused_for_good_is_not_tried_by_itself()
    {
        var chat = await AtAsync(Agreed);
        await chat.SwitchedAsync(new(Refused: TariffProblemKind.NotPossible, Code: "KT-CT-4626"));

        await chat.HappenAsync(TryAgain.EventName);

        chat.Effects.Commands.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_offer_that_changed_before_the_switch_is_shown_again_and_nothing_is_switched()
    {
        var chat = await AtAsync(Agreed);
        var dearer = Smart with { StandingCharge = Pence(60, FigurePer.Day) };

        var said = await chat.SwitchedAsync(new(Read with { Offered = dearer }));

        said[0].ShouldBe(Chat.Text("tariff.changed"));
        said[1].ShouldBe("[Tariff: Smart EV]");
        (await chat.JourneyAsync()).Tariff.Agreed.ShouldBeNull();
    }
}
