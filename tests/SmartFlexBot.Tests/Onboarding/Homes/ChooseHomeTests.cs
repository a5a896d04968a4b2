using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Ports;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Onboarding.Homes;

/// <summary>Which of several homes; of one nothing is asked.</summary>
public sealed class ChooseHomeTests
{
    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task The_only_home_is_taken_without_a_question_and_kept_masked()
    {
        var chat = new Chat(_kraken);

        (await chat.OpenAsync())[^1].ShouldBe(Chat.Text("devices.ask.Both"));

        (chat.Memory.PropertyId, chat.Memory.Home).ShouldBe((7, "1••• E••• S•••"));
    }

    [Fact]
    public async Task Of_several_the_customer_is_asked_and_each_is_named_as_the_customer_knows_it()
    {
        _kraken.Properties.Add(new(8, null));
        var chat = new Chat(_kraken);

        (await chat.OpenAsync())[^1].ShouldBe($"[{Chat.Text("property.title")}]");

        chat.CardTexts.ShouldContain("1 Example Street");
        chat.Elements.Where(element => element["choice"] is not null)
            .Select(element => ((string?)element["title"], (string?)element["choice"]))
            .ShouldBe([("1 Example Street", "7"), ("8", "8")]);
    }

    [Fact]
    public async Task An_account_without_a_home_has_an_honest_end_with_a_person()
    {
        _kraken.Properties.Clear();
        var chat = new Chat(_kraken);

        (await chat.OpenAsync())[^1].ShouldBe(Chat.Text("no-home"));
        (await chat.SayAsync("a Kia EV6")).ShouldBe([Chat.Text("no-home")]);
    }

    [Fact]
    public async Task Two_homes_of_one_address_have_different_buttons()
    {
        _kraken.Properties.Add(new(8, "1 Example Street"));
        var chat = new Chat(_kraken);

        await chat.OpenAsync();

        chat.Elements.Where(element => element["choice"] is not null).Select(element => (string?)element["title"])
            .ShouldBe(["1 Example Street (1)", "1 Example Street (2)"]);
    }

    [Theory]
    [InlineData("the second one")]
    [InlineData("2 Example Street")]
    public async Task The_chosen_home_is_what_the_conversation_is_about(string words)
    {
        _kraken.Properties.Add(new(8, "2 Example Street"));
        _kraken.Devices.Add(Device("LIVE") with { PropertyId = 7 });
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        // What stands at the other home is not about this one.
        (await chat.SayAsync(words)).ShouldBe([Chat.Text("devices.ask.Both")]);

        chat.Memory.PropertyId.ShouldBe(8);
    }

    [Fact]
    public async Task What_is_LIVE_at_the_chosen_home_is_told()
    {
        _kraken.Properties.Add(new(8, "2 Example Street"));
        _kraken.Devices.Add(Device("LIVE") with { PropertyId = 8 });
        var chat = new Chat(_kraken);
        await chat.OpenAsync();

        (await chat.PressAsync("choose", "8")).ShouldHaveSingleItem().ShouldStartWith($"[{Chat.Start("live.title")}");
    }

    [Fact]
    public async Task A_device_of_no_home_counts_for_each()
    {
        _kraken.Devices.Add(Device("LIVE") with { PropertyId = null });

        (await new Chat(_kraken).OpenAsync()).ShouldHaveSingleItem().ShouldStartWith(
            Chat.Text("greeting.live", ("name", " Ada"), ("device", "Tesla Model 3")));
    }

    [Fact]
    public async Task The_home_is_not_asked_twice()
    {
        _kraken.Properties.Add(new(8, "2 Example Street"));
        var chat = new Chat(_kraken);
        await chat.OpenAsync();
        await chat.PressAsync("choose", "8");

        await chat.SayAsync("a Kia EV6 and an Ohme Home Pro");

        (await Journeys8Async(chat)).Vehicle!.Model.ShouldBe("EV6");
    }

    private static async Task<Journey> Journeys8Async(Chat chat) => (await SmartFlexBot.Onboarding.Turns.LoadedJourney.LoadAsync(
        chat.Effects, "A-1", 8, Noon, TestContext.Current.CancellationToken)).Journey;
}
