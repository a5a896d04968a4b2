using System.Text.Json.Nodes;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Silence;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Tests.Onboarding.Journeys;

namespace SmartFlexBot.Tests.Onboarding.Accounts;

/// <summary>The chat forgets the account when it is asked to, or after a time; its journey is neither lost nor mixed up.</summary>
public sealed class AccountSigningOutTests
{
    private readonly Stranger _ada = new();

    private Chat Chat => _ada.Chat;

    [Theory]
    [InlineData("sign out")]
    [InlineData("log me out please")]
    [InlineData("wrong account")]
    public async Task Who_signs_out_is_a_stranger_and_goes_on_where_they_stopped_when_they_sign_in_again(string words)
    {
        await _ada.SignInAsync();
        await Chat.SayAsync("Tesla Model 3");
        var before = await Chat.JourneyAsync();

        (await Chat.SayAsync(words)).ShouldBe([Chat.Text("account.signed-out")]);
        (_ada.Account, Chat.Effects.Origin!.SignedInUntil).ShouldBe((null, null));
        (await Chat.SayAsync("hello")).ShouldBe([$"[{Chat.Text("account.title")}]"]);
        var again = await _ada.SignInAsync();

        again[0].ShouldStartWith(Chat.Start("greeting.back"));
        (await Chat.JourneyAsync()).Vehicle.ShouldBe(before.Vehicle);
    }

    [Fact]
    public async Task Another_account_has_a_journey_of_its_own_and_nothing_of_the_first_comes_into_it()
    {
        await _ada.SignInAsync();
        await Chat.SayAsync("Tesla Model 3");
        await Chat.SayAsync("sign out");
        var reminder = Chat.Effects.Reminders["silence"].Activity;
        await _ada.SignInAsync("A-2");

        (await Chat.TurnAsync(reminder)).ShouldBeEmpty();
        (await Chat.HappenAsync(
            WatchEvents.Changed, new JsonObject { ["kind"] = "onboarding", ["key"] = Journey.KeyOf("A-1", 7), ["state"] = "{}" }))
            .ShouldBeEmpty();

        var theirs = (await LoadedJourney.LoadAsync(
            Chat.Effects, "A-2", 7, Chat.Time.GetUtcNow(), TestContext.Current.CancellationToken)).Journey;
        (theirs.Vehicle, theirs.End).ShouldBe((null, null));
        (await Chat.JourneyAsync()).Vehicle.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_makers_sign_in_that_was_begun_for_the_first_account_is_not_taken_for_the_second()
    {
        await _ada.SignInAsync("A-2");
        var ticket = new Ticket(
            TicketPurpose.SignIn, "directline|c-1", "https://maker.example/", "s-1", "en", Journey: Journey.KeyOf("A-1", 7));
        Chat.Effects.SaveRecord(new(Ticket.RecordKind, "t-1", ticket.Write(), 0));

        await Chat.HappenAsync(
            OnboardingEvents.SignInReturned, new JsonObject { ["stepId"] = "s-1", ["ticket"] = "t-1" }, "https://chat.example/?code=c");

        Chat.Effects.Written.ShouldNotContain(record => record.Json != null && record.Json.Contains("code=c"));
    }

    [Fact]
    public async Task While_an_answer_of_Krakens_is_awaited_nobody_signs_out()
    {
        Chat.Know(Facts.Fresh with { Pending = new("k-1", PendingAction.Start, null) });
        await _ada.SignInAsync();

        (await Chat.SayAsync("sign out")).ShouldBe([Chat.Text("account.sign-out.wait")]);

        _ada.Account.ShouldBe("A-1");
    }

    [Fact]
    public async Task After_its_time_they_sign_in_again_before_anything_is_said_of_the_account()
    {
        await _ada.SignInAsync();
        await Chat.SayAsync("Tesla Model 3");

        Chat.Time.Advance(Stranger.Lifetime);

        (await Chat.SayAsync("status")).ShouldBe([Chat.Text("account.over"), $"[{Chat.Text("account.title")}]"]);
        _ada.Account.ShouldBeNull();
    }

    [Fact]
    public async Task Whom_the_suppliers_page_has_signed_in_signs_out_there()
    {
        var chat = new Chat(new InMemoryKraken());
        await chat.SayAsync("hello");

        (await chat.SayAsync("sign out"))[0].ShouldBe(Chat.Text("account.sign-out.elsewhere"));

        chat.Effects.Origin.ShouldBeNull();
    }
}
