using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Live;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Waiting;
using static SmartFlexBot.Tests.Onboarding.Chats;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Live;

/// <summary>Smart charging is turned off and on again in the chat.</summary>
public sealed class SmartControlTests
{
    private static readonly (string, object?) Model3 = ("device", "Tesla Model 3");

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task It_is_turned_off_on_a_yes_and_on_again_at_once()
    {
        var chat = await LiveAsync();

        (await chat.SayAsync("please stop smart charging")).ShouldBe([$"[{Chat.Text("control.confirm", Model3)}]"]);
        _kraken.Changes.ShouldBeEmpty();
        (await chat.SayAsync("yes")).ShouldBeEmpty();
        (await chat.CommandAsync()).ShouldBe([Chat.Text("control.off", Model3)]);
        (await chat.SayAsync("hello")).ShouldBe([Chat.Text("control.is-off", Model3)]);

        (await chat.SayAsync("turn it on again")).ShouldBeEmpty();
        (await chat.CommandAsync()).ShouldBe([Chat.Text("control.on", Model3)]);
        _kraken.Changes.ShouldBe(["Suspend d-1", "Unsuspend d-1"]);
        (await chat.SayAsync("hello")).ShouldBe([Chat.Text("live.already", Model3)]);
        (await chat.JourneyAsync()).HasAllConsents.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_yes_it_stays_on_and_nobody_is_reminded_of_the_question()
    {
        var chat = await LiveAsync();
        await chat.SayAsync("turn it off");

        (await chat.HappenAsync(SilenceReminders.Nudge)).ShouldBeEmpty();
        (await chat.PressAsync("no")).ShouldBe([Chat.Text("command.kept"), Chat.Text("live.already", Model3)]);

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_says_it_again_has_confirmed_it_and_while_it_is_under_way_it_is_not_sent_twice()
    {
        var chat = await LiveAsync();
        await chat.SayAsync("turn it off");

        await chat.SayAsync("turn it off!");
        (await chat.SayAsync("turn it off!!")).ShouldBe([Chat.Text("wait.still")]);

        chat.Effects.Commands.ShouldHaveSingleItem().Payload.ShouldContain("\"Suspend\"");
    }

    [Fact]
    public async Task Before_it_is_on_it_means_to_stop_here_and_turning_on_is_no_request()
    {
        var chat = await AtConfirmationAsync(_kraken);

        (await chat.SayAsync("turn it on again")).ShouldBe([Chat.Text("confirm.retry")]);
        (await chat.SayAsync("stop smart charging")).ShouldBe([$"[{Chat.Text("cancel.confirm")}]"]);
    }

    [Fact]
    public async Task Permissions_that_are_withdrawn_turn_it_off_and_only_a_person_turns_it_on()
    {
        var chat = await LiveAsync();

        (await chat.SayAsync("withdraw consent")).ShouldBe([Chat.Text("consent.withdrawn.live")]);
        (await chat.CommandAsync()).ShouldBe([Chat.Text("control.off.withdrawn", Model3)]);

        _kraken.Changes.ShouldBe(["Suspend d-1"]);
        (await chat.SayAsync("turn it on again"))[^1].ShouldBe(Chat.Text("control.on.withdrawn"));
        chat.Effects.Commands.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_off_stays_off_when_permissions_are_withdrawn()
    {
        var chat = await LiveAsync();
        _kraken.Devices[0] = _kraken.Devices[0] with { IsSuspended = true };

        (await chat.SayAsync("withdraw consent")).ShouldBe([Chat.Text("consent.withdrawn.off")]);

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_withdrawal_while_it_is_being_turned_on_ends_with_it_off()
    {
        var chat = await LiveAsync();
        _kraken.Devices[0] = _kraken.Devices[0] with { IsSuspended = true };
        await chat.SayAsync("turn it on");

        await chat.SayAsync("withdraw consent");
        (await chat.CommandAsync()).ShouldBeEmpty();
        (await chat.CommandAsync()).ShouldBe([Chat.Text("control.off.withdrawn", Model3)]);

        _kraken.Changes.ShouldBe(["Unsuspend d-1", "Suspend d-1"]);
    }

    [Fact]
    public async Task While_another_command_is_under_way_it_waits_for_that_ones_answer()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { DeviceId = "d-1", LiveToldAt = Noon, Pending = new("k", PendingAction.Complete, "s") });
        _kraken.Show(new WizardStep.Wait("s", WaitReason.Transition), "d-1");
        _kraken.Devices.Add(Device("LIVE"));
        await chat.OpenAsync();
        await chat.SayAsync("turn it off");
        await chat.SayAsync("yes");
        chat.Effects.Commands.ShouldBeEmpty();

        await chat.HappenAsync(CommandResult.EventName, new() { ["kind"] = "onboarding", ["key"] = "k", ["result"] = "{}" });

        chat.Effects.Commands.ShouldHaveSingleItem().Kind.ShouldBe(SmartControlCommand.CommandKind);
    }

    [Fact]
    public async Task A_busy_Kraken_is_tried_again_by_itself()
    {
        var chat = await LiveAsync();
        await chat.SayAsync("turn it off");
        await chat.SayAsync("yes");
        _kraken.Refuse(WizardProblemKind.TryLater);

        (await chat.CommandAsync())[0].ShouldBe(Chat.Text("refused.TryLater"));
        await chat.HappenAsync(TryAgain.EventName);

        (await chat.CommandAsync()).ShouldBe([Chat.Text("control.off", Model3)]);
        chat.Effects.Commands.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("turn it off", false, "control.off.failed")]
    [InlineData("turn it on", true, "control.on.failed")]
    public async Task What_Kraken_refuses_is_told_with_whom_to_turn_to(string words, bool isOff, string told)
    {
        var chat = await LiveAsync();
        _kraken.Devices[0] = _kraken.Devices[0] with { IsSuspended = isOff };
        await chat.SayAsync(words);
        if (!isOff)
        {
            await chat.SayAsync("yes");
        }

        _kraken.Refuse(WizardProblemKind.Unknown);

        (await chat.CommandAsync()).ShouldBe([Chat.Text(told, Model3)]);
        (await chat.JourneyAsync()).Control.ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_turned_it_off_elsewhere_is_not_told_that_it_is_on()
    {
        var chat = new Chat(_kraken);
        _kraken.Devices.Add(Device("LIVE") with { IsSuspended = true });

        (await chat.OpenAsync()).ShouldBe([Chat.Text("greeting.paused", ("name", " Ada"), Model3)]);

        (await chat.SayAsync("stop smart charging")).ShouldBe([Chat.Text("control.is-off", Model3)]);
        (await chat.SayAsync("status"))[0].ShouldContain(Chat.Text("status.next.Paused"));
    }

    [Fact]
    public async Task Of_several_that_are_on_it_is_asked_first_which_one()
    {
        var chat = new Chat(_kraken);
        _kraken.Devices.AddRange([Device("LIVE"), Device("LIVE", "d-2")]);
        await chat.OpenAsync();

        (await chat.SayAsync("turn it off")).ShouldBe([$"[{Chat.Text("live.which.title")}]"]);
    }

    private async Task<Chat> LiveAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Agreed with { DeviceId = "d-1", LiveToldAt = Noon });
        _kraken.Devices.Add(Device("LIVE"));
        await chat.OpenAsync();
        return chat;
    }
}
