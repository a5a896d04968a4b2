using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Onboarding.Turns;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Flow;

/// <summary>Old cards, forged values, answers that come while something else is asked.</summary>
public sealed class OpenQuestionTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task An_old_card_pressed_after_later_shows_the_question_again()
    {
        var chat = await AtTestAsync();
        var first = chat.CardToken;
        await chat.PressAsync("later");

        var said = await chat.PressAsync("start", token: first);

        said.ShouldBe(["You’ve already answered that one. Here is where we are:", "[A short test charge]"]);
        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_button_twice_counts_once()
    {
        var chat = await AtTestAsync();
        var token = chat.CardToken;
        await chat.PressAsync("start", token: token);

        (await chat.PressAsync("start", token: token))[0].ShouldStartWith("You’ve already answered that one");

        chat.Effects.Commands.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000")]
    public async Task A_card_without_the_right_token_changes_nothing(string? token)
    {
        var chat = await AtTestAsync();

        (await chat.PressAsync("start", token: token ?? "null"))[0].ShouldStartWith("You’ve already answered that one");

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("9")]
    [InlineData("-1")]
    [InlineData("s-9")]
    [InlineData("${card}")]
    public async Task An_option_of_no_list_or_another_is_not_taken(string choice)
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.SelectUserVehicle("s", [Option("1", "One"), Option("2", "Two")]));
        await chat.OpenAsync();

        (await chat.PressAsync("choose", choice)).ShouldBe(["Please choose one from the list, or type its name."]);

        chat.Effects.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_at_a_step_without_a_line_of_its_own_is_answered_and_the_step_goes_on()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.SelectUserVehicle("s", [Option("1", "One"), Option("2", "Two")]));
        await chat.OpenAsync();

        (await chat.SayAsync("is it safe for my battery?")).ShouldBe([Chat.Text("answer.battery-wear"), Chat.Text("open.Other")]);
    }

    [Fact]
    public async Task A_home_that_is_not_the_accounts_is_not_taken()
    {
        _kraken.Properties.Add(new(8, "2 Example Street"));
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        await chat.PressAsync("choose", "4711");
        chat.Memory.PropertyId.ShouldBeNull();

        await chat.PressAsync("choose", "8");
        chat.Memory.PropertyId.ShouldBe(8);
    }

    [Fact]
    public async Task The_outcome_of_no_command_changes_nothing()
    {
        var chat = new Chat(_kraken);
        chat.Know(Agreed);
        await chat.OpenAsync();
        var pending = (await chat.JourneyAsync()).Pending.ShouldNotBeNull();

        await chat.HappenAsync(
            "command/result", new JsonObject { ["key"] = pending.Key + "0", ["result"] = """{"token":{"value":"w-of-another"}}""" });

        (await chat.JourneyAsync()).Wizard.ShouldBeNull();
        (await chat.JourneyAsync()).Pending.ShouldBe(pending);
    }

    [Fact]
    public async Task No_event_gives_a_permission()
    {
        var chat = new Chat(_kraken);
        chat.Know(Confirmed);
        await chat.OpenAsync();

        await chat.HappenAsync(
            "webchat/page", new JsonObject { ["do"] = "consent", ["card"] = chat.CardToken, ["data"] = "true", ["control"] = "true" });

        (await chat.JourneyAsync()).Consents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Permissions_are_kept_with_their_wording_words_and_time()
    {
        var chat = new Chat(_kraken);
        chat.Know(Confirmed);
        await chat.OpenAsync();

        (await chat.PressAsync("consent", inputs: [("data", "true"), ("control", "false")]))[0].ShouldStartWith(
            "It’s fine to say no, but without both permissions");
        await chat.PressAsync("consent", inputs: [("data", "true"), ("control", "true")]);

        (await chat.JourneyAsync()).Consents.ShouldBe(
        [
            new(ConsentPurpose.DataAndLocation, true, Shipped.Market.ConsentWording, "Continue", Noon),
            new(ConsentPurpose.Control, true, Shipped.Market.ConsentWording, "Continue", Noon),
        ]);
    }

    [Fact]
    public async Task A_sign_in_that_comes_back_counts_though_the_chat_asks_something_else()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.AuthFlow("a", new("https://maker.example/authorize?state=x"), null, null));
        await chat.OpenAsync();
        await chat.AskAsync(QuestionKind.Cancel);

        await chat.HappenAsync(OnboardingEvents.SignInReturned, protectedValue: "https://t.example/?code=1&state=x");
        await chat.CommandAsync();

        _kraken.Changes.ShouldHaveSingleItem().ShouldContain("https://t.example/?code=1&state=x");
    }

    [Fact]
    public async Task A_link_keeps_the_makers_escapes_and_is_no_secret_in_the_chat()
    {
        var authorize = new Uri(
            "https://maker.example/authorize?scope=openid%20offline%2Faccess&redirect_uri=https%3A%2F%2Ft.example%2F&state=%7Bx%7D");
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.AuthFlow("a", authorize, null, null));

        await chat.OpenAsync();

        var card = chat.Effects.Sent[^1].Attachments!.Single().Content!.ToJsonString();
        card.ShouldNotContain("maker.example");
        var code = card.Split("/auth/start/")[1][..32];
        var ticket = await chat.Effects.FindRecordAsync(Ticket.RecordKind, Ticket.KeyOf(code), TestContext.Current.CancellationToken);
        Ticket.Read(ticket!)!.Uri.ShouldBe(authorize.AbsoluteUri);
    }

    [Fact]
    public async Task Done_is_about_the_key_and_start_about_the_test()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { KeyLinkOpenedFor = "k" });
        _kraken.Show(new WizardStep.TeslaSetupVirtualKey("k", "Brightwater", new("https://maker.example/key")));
        _kraken.Follow = (_, _) => new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null);
        await chat.OpenAsync();

        await chat.SayAsync("done");
        (await chat.CommandAsync()).ShouldContain("[A short test charge]");
        _kraken.Changes.ShouldBe(["complete k Done { }"]);

        await chat.PressAsync("start");
        await chat.CommandAsync();
        _kraken.Changes.ShouldBe(["complete k Done { }", "complete t Done { }"]);
    }

    [Fact]
    public async Task The_start_button_says_that_the_key_is_there_as_well()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun with { KeyLinkOpenedFor = "k" });
        _kraken.Show(new WizardStep.TeslaSetupVirtualKey("k", "Brightwater", new("https://maker.example/key")));
        _kraken.Follow = (_, _) => new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null);
        await chat.OpenAsync();

        await chat.PressAsync("start");
        await chat.CommandAsync();
        await chat.CommandAsync();

        _kraken.Changes.ShouldBe(["complete k Done { }", "complete t Done { }"]);
    }

    [Theory]
    [InlineData("None of these")]
    [InlineData("none of these")]
    public async Task None_of_these_can_be_typed(string typed)
    {
        var chat = new Chat(_kraken);
        chat.Know(Fresh with { Vehicle = new("Tesla"), ChargePoint = DeviceAnswer.None });
        await chat.OpenAsync();
        await chat.SayAsync("Tesla");
        chat.Memory.Offers.ShouldNotBeEmpty();

        (await chat.SayAsync(typed))[^1].ShouldBe("[We can’t connect that Tesla yet]");

        chat.Memory.Offers.ShouldBeEmpty();
    }

    private async Task<Chat> AtTestAsync()
    {
        var chat = new Chat(_kraken);
        chat.Know(Begun);
        _kraken.Show(new WizardStep.TestCharge("t", IsReady: true, IsStarted: false, Problem: null));
        await chat.OpenAsync();
        return chat;
    }
}
