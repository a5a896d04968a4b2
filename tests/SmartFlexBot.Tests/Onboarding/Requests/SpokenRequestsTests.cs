using SmartFlexBot.Onboarding.Journeys;
using static SmartFlexBot.Tests.Onboarding.Chats;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Requests;

/// <summary>What a customer may ask for at any time, and what follows it.</summary>
public sealed class SpokenRequestsTests
{
    private readonly InMemoryKraken _kraken = new();

    [Theory]
    [InlineData("it smells of burning", "safety.burning")]
    [InlineData("i smell gas", "safety.gas")]
    [InlineData("got a shock", "safety.shock")]
    [InlineData("no power", "safety.no-power")]
    [InlineData("person", "person")]
    [InlineData("complaint", "complaint")]
    [InlineData("useless", "frustration")]
    public async Task What_a_person_has_to_see_to_is_answered_and_nothing_is_asked_after_it(string words, string key)
    {
        var chat = await AtConfirmationAsync(_kraken);

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key)]);
    }

    [Theory]
    [InlineData("help", "help")]
    [InlineData("privacy", "privacy")]
    public async Task What_the_bot_can_tell_is_told_and_the_question_is_shown_again(string words, string key)
    {
        var chat = await AtConfirmationAsync(_kraken);

        (await chat.SayAsync(words)).ShouldBe([Chat.Text(key), $"[{Chat.Text("confirm.title")}]"]);
    }

    [Fact]
    public async Task Withdrawn_permissions_end_it_at_once_and_are_kept_with_the_customers_words()
    {
        var chat = await AtSignInAsync(_kraken);

        (await chat.SayAsync("withdraw consent")).ShouldBe([Chat.Text("consent.withdrawn")]);

        var journey = await chat.JourneyAsync();
        journey.End.ShouldBe(JourneyEnd.CancelledByCustomer);
        journey.Consents.TakeLast(2).ShouldBe(
        [
            new(ConsentPurpose.DataAndLocation, false, Shipped.Market.ConsentWording, "withdraw consent", Noon),
            new(ConsentPurpose.Control, false, Shipped.Market.ConsentWording, "withdraw consent", Noon),
        ]);
        chat.Effects.Watches.ShouldBeEmpty();
        await chat.CommandAsync();
        _kraken.Changes.ShouldBe(["cancel"]);
    }

    [Fact]
    public async Task What_is_registered_is_disconnected_by_a_person()
    {
        var chat = await AtTestAsync(_kraken);
        chat.Effects.Watches.ShouldNotBeEmpty();

        (await chat.SayAsync("withdraw consent")).ShouldBe([Chat.Text("consent.withdrawn.device")]);

        chat.Effects.Commands.ShouldBeEmpty();
        chat.Effects.Watches.ShouldBeEmpty();
        (await chat.JourneyAsync()).End.ShouldBe(JourneyEnd.CancelledByCustomer);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("back")]
    [InlineData("change")]
    [InlineData("start over")]
    [InlineData("cancel")]
    [InlineData("withdraw consent")]
    [InlineData("cancel the switch")]
    public async Task Before_the_home_is_known_what_is_about_it_is_no_request(string words)
    {
        _kraken.Properties.Add(new(8, "2 Example Street"));
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        (await chat.SayAsync(words)).ShouldBe([Chat.Text("option.retry")]);
    }

    [Theory]
    [InlineData("person", "person")]
    [InlineData("help", "help")]
    [InlineData("i smell gas", "safety.gas")]
    public async Task What_is_not_about_the_home_is_answered_before_it_is_known(string words, string key)
    {
        _kraken.Properties.Add(new(8, "2 Example Street"));
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        (await chat.SayAsync(words))[0].ShouldBe(Chat.Text(key));
    }
}
