using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Tests.Onboarding;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>A hand-over whose agents work in Chatwoot, from the request to the bot's next word.</summary>
public sealed class HubChatTests
{
    [Fact]
    public async Task The_hub_gets_what_an_agent_needs_to_know_and_every_word_of_the_customers_in_order()
    {
        var chat = await HubChat.AskedAsync();
        await chat.SayAsync("the app shows an error");
        await chat.SayAsync("my pin is 4711 and my card 4111 1111 1111 1111");

        chat.Hub.Shown.Count.ShouldBe(3);
        chat.Hub.Shown[0].ShouldStartWith("[Ada asked for a person.");
        chat.Hub.Shown[0].ShouldContain("Customer: I want to talk to a person");
        chat.Hub.Shown[1].ShouldBe("the app shows an error");
        chat.Hub.Shown[2].ShouldNotContain("4711");
        chat.Hub.Shown[2].ShouldNotContain("1111");
        chat.Open!.State.ShouldBe(HandOverState.Queued);
    }

    [Fact]
    public async Task An_agent_of_the_hub_takes_it_writes_and_gives_it_back_and_the_bot_goes_on()
    {
        var chat = await HubChat.TakenAsync();
        (chat.Open!.State, chat.Open.Owner!.Name).ShouldBe((HandOverState.Active, "Ana"));
        chat.FromPeople.ShouldBe(["Ana: Hello, Ana here."]);
        (await chat.SayAsync("what is the weather like")).ShouldBeEmpty();
        chat.Hub.Shown[^1].ShouldBe("what is the weather like");

        chat.Hub.Resolve();
        await chat.CallAsync();

        chat.Open.ShouldBeNull();
        chat.Ended.State.ShouldBe(HandOverState.Ended);
        chat.Chat.Said.ShouldContain(Chat.Text("handover.back", ("name", "Ana")));
        (await chat.SayAsync("help")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Notes_robots_the_system_and_our_own_echo_never_reach_the_customer()
    {
        var chat = await HubChat.TakenAsync();
        chat.Hub.Write("he is rude", isPrivate: true);
        chat.Hub.Write("Ana joined", type: 2);
        chat.Hub.Write("rate us", type: 3);
        chat.Hub.Write("I am a robot", sender: "agent_bot");
        chat.Hub.Write("as if from the customer", type: 0);
        chat.Hub.Write("Is it plugged in?");
        await chat.CallAsync();

        chat.FromPeople.ShouldBe(["Ana: Hello, Ana here.", "Ana: Is it plugged in?"]);
    }

    [Fact]
    public async Task A_colleague_goes_on_and_whoever_writes_is_with_the_customer()
    {
        var chat = await HubChat.TakenAsync();
        chat.Hub.Write("I am Ben.", agent: 8, name: "Ben");
        await chat.CallAsync();
        chat.Open!.Owner!.Name.ShouldBe("Ben");

        chat.Hub.Assign(null);
        await chat.CallAsync();
        (chat.Open!.State, chat.Open.Owner).ShouldBe((HandOverState.Queued, null));

        chat.Hub.Assign(9, "Cleo");
        await chat.CallAsync();
        chat.Open!.Owner!.Name.ShouldBe("Cleo");
    }

    [Fact]
    public async Task What_the_hub_called_for_while_nobody_listened_is_read_within_a_minute()
    {
        var chat = await HubChat.AskedAsync();
        chat.Hub.Assign(7);
        chat.Hub.Write("Hello, Ana here.");

        await chat.PassAsync(TimeSpan.FromMinutes(1));

        chat.FromPeople.ShouldBe(["Ana: Hello, Ana here."]);
        chat.Open!.State.ShouldBe(HandOverState.Active);
    }

    [Fact]
    public async Task A_hub_that_is_down_is_told_so_the_bot_goes_on_and_a_second_request_works()
    {
        var chat = await HubChat.AskedAsync(isDown: true);
        chat.Open!.State.ShouldBe(HandOverState.Requested);

        await chat.PassAsync(TimeSpan.FromMinutes(2));
        chat.Ended.State.ShouldBe(HandOverState.Failed);
        chat.Chat.Said.ShouldContain(said => said.StartsWith(Chat.Start("handover.failed"), StringComparison.Ordinal));

        chat.Hub.IsDown = false;
        await chat.PassAsync(TimeSpan.FromMinutes(2));
        chat.Hub.Conversations.ShouldBe(0);

        await chat.SayAsync("I want to talk to a person");
        (chat.Open!.State, chat.Hub.Conversations).ShouldBe((HandOverState.Queued, 1));
    }

    [Fact]
    public async Task One_that_was_opened_unheard_is_closed_when_nobody_waits_any_more()
    {
        var chat = await HubChat.AskedAsync(isDown: true);
        chat.Hub.IsDown = false;
        foreach (var fault in new[] { HubFault.None, HubFault.None, HubFault.LostAnswer })
        {
            chat.Hub.Faults.Enqueue(fault);
        }

        await chat.PassAsync(TimeSpan.FromSeconds(3));
        (chat.Hub.Conversations, chat.Open!.State).ShouldBe((1, HandOverState.Requested));

        await chat.SayAsync("cancel", isRound: false);
        await chat.PassAsync(TimeSpan.FromMinutes(1));

        (chat.Hub.Conversations, chat.Hub.Status).ShouldBe((1, "resolved"));
        chat.Ended.State.ShouldBe(HandOverState.Abandoned);
    }

    [Fact]
    public async Task What_a_round_told_while_the_account_was_erased_is_erased_at_the_hub_too()
    {
        var chat = await HubChat.AskedAsync(isDown: true);
        chat.Hub.IsDown = false;
        foreach (var fault in new[] { HubFault.None, HubFault.None, HubFault.LostAnswer })
        {
            chat.Hub.Faults.Enqueue(fault);
        }

        await chat.PassAsync(TimeSpan.FromSeconds(3));
        chat.Hub.Contacts.ShouldBe(1);
        chat.Chat.Effects.SaveRecord(new RecordWrite(HandOver.OpenKind, chat.Open!.Id, Json: null, ExpectedVersion: 1));

        await chat.PassAsync(TimeSpan.FromSeconds(30));
        (chat.Hub.Contacts, chat.Hub.Conversations).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_long_answer_comes_in_parts_and_whoever_has_no_name_for_customers_is_called_by_their_own()
    {
        var chat = await HubChat.AskedAsync();
        chat.Hub.Write(new string('a', DeskAct.LongestText) + "b", name: "");
        await chat.CallAsync();

        chat.FromPeople.Select(said => said.Length).ShouldBe(["Full-Name: ".Length + DeskAct.LongestText, "Full-Name: b".Length]);
    }

    [Fact]
    public async Task What_the_customer_writes_while_an_agent_ends_it_goes_on_with_that_agent()
    {
        var chat = await HubChat.TakenAsync();
        chat.Hub.Resolve();
        await chat.SayAsync("one more thing");

        (chat.Hub.Status, chat.Hub.Shown[^1], chat.Open!.State).ShouldBe(("open", "one more thing", HandOverState.Active));

        chat.Hub.Resolve();
        await chat.CallAsync();
        chat.Open.ShouldBeNull();
    }

    [Fact]
    public async Task A_conversation_that_the_hub_has_deleted_is_the_bots_again()
    {
        var chat = await HubChat.TakenAsync();
        await chat.Erasure.EraseAsync("A-1", TestContext.Current.CancellationToken);
        (chat.Hub.Contacts, chat.Hub.Conversations).ShouldBe((0, 0));

        await chat.SayAsync("hello?");

        chat.Open.ShouldBeNull();
        chat.Ended.State.ShouldBe(HandOverState.Ended);
    }

    [Fact]
    public async Task An_account_is_erased_at_the_hub_first_and_not_at_all_while_it_does_not_answer()
    {
        var chat = await HubChat.TakenAsync();
        var cancel = TestContext.Current.CancellationToken;
        await chat.Erasure.EraseAsync("A-2", cancel);
        chat.Hub.Contacts.ShouldBe(1);

        chat.Hub.IsDown = true;
        await Should.ThrowAsync<CopiesNotErasedException>(() => chat.Erasure.EraseAsync("A-1", cancel));

        chat.Hub.IsDown = false;
        await chat.Erasure.EraseAsync("A-1", cancel);
        await chat.Erasure.EraseAsync("A-1", cancel);
        chat.Hub.Contacts.ShouldBe(0);
    }
}
