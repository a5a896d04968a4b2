using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Tests.Onboarding;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>A hand-over whose agents work in Genesys Cloud, from the request to the bot's next word.</summary>
public sealed class GenesysChatTests
{
    [Fact]
    public async Task Routing_gets_attributes_agents_get_the_pack_and_every_word_of_the_customers_in_order()
    {
        var chat = await AskedAsync();
        await chat.SayAsync("the app shows an error");
        await chat.SayAsync("my pin is 4711 and my card 4111 1111 1111 1111");

        chat.Genesys.Attributes["smartflex_handover"].ShouldBe(chat.Open!.Id);
        chat.Genesys.Attributes["smartflex_language"].ShouldBe("en");
        chat.Genesys.Shown[0].ShouldStartWith("[Ada asked for a person.");
        chat.Genesys.Shown.Skip(1).Take(2).ShouldBe(["I want to talk to a person", "the app shows an error"]);
        chat.Genesys.Shown[3].ShouldNotContain("4711");
        chat.Genesys.Shown[3].ShouldNotContain("1111");
        chat.Open.State.ShouldBe(HandOverState.Queued);
    }

    [Fact]
    public async Task An_agent_takes_it_writes_and_ends_it_and_the_bot_goes_on()
    {
        var chat = await TakenAsync();
        (chat.Open!.State, chat.Open.Owner!.Name).ShouldBe((HandOverState.Active, "Ana"));
        (await chat.SayAsync("what is the weather like")).ShouldBeEmpty();
        chat.Genesys.Shown[^1].ShouldBe("what is the weather like");

        chat.Genesys.End();
        await chat.CallAsync();

        chat.Open.ShouldBeNull();
        chat.Chat.Said.ShouldContain(Chat.Text("handover.back", ("name", "Ana")));
        (await chat.SayAsync("help")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_a_flow_says_and_agents_among_themselves_never_reaches_the_customer()
    {
        var chat = await AskedAsync();
        chat.Genesys.Announce("All our agents are busy.");
        chat.Genesys.Write("Hello, Ana here.");
        chat.Genesys.Whisper("he is rude");
        await chat.CallAsync();

        chat.FromPeople.ShouldBe(["Ana: Hello, Ana here."]);
    }

    [Fact]
    public async Task A_transfer_ends_an_agents_part_and_not_the_chat()
    {
        var chat = await TakenAsync();
        chat.Genesys.Leave();
        await DeliverLastAsync(chat);
        await chat.RoundsAsync();
        (chat.Open!.State, chat.Open.Owner!.Name).ShouldBe((HandOverState.Active, "Ana"));

        await chat.PassAsync(TimeSpan.FromSeconds(5));
        chat.Genesys.Assign(8, "Ben");
        await chat.PassAsync(TimeSpan.FromSeconds(60));
        (chat.Open!.State, chat.Open.Owner!.Name).ShouldBe((HandOverState.Active, "Ben"));

        chat.Genesys.Assign(null);
        await chat.CallAsync();
        (chat.Open!.State, chat.Open.Owner).ShouldBe((HandOverState.Queued, null));
    }

    [Fact]
    public async Task An_agent_who_has_left_and_is_followed_by_nobody_has_ended_it_within_half_a_minute()
    {
        var chat = await TakenAsync();
        chat.Genesys.Leave();
        await DeliverLastAsync(chat);
        await chat.PassAsync(TimeSpan.FromSeconds(20));

        chat.Open.ShouldBeNull();
        chat.Ended.State.ShouldBe(HandOverState.Ended);
        chat.Genesys.IsClosed.ShouldBeTrue("the customer's part is ended from here");
    }

    [Fact]
    public async Task What_came_while_we_were_down_is_read_within_a_minute()
    {
        var chat = await AskedAsync();
        chat.Genesys.Write("Hello, Ana here.");
        chat.Genesys.Write("Are you there?");

        await chat.PassAsync(TimeSpan.FromMinutes(1));
        chat.FromPeople.ShouldBe(["Ana: Hello, Ana here.", "Ana: Are you there?"]);

        chat.Genesys.End();
        await chat.PassAsync(TimeSpan.FromMinutes(1));
        chat.Open.ShouldBeNull();
    }

    [Fact]
    public async Task A_call_that_cannot_be_stored_comes_again_five_seconds_later_and_counts_once()
    {
        var chat = await TakenAsync();
        chat.Genesys.Write("Is it plugged in?");
        chat.Unstored = 3;
        var calls = 0;
        var tries = await chat.Genesys.DeliverAsync(chat.Genesys.Calls - 1, call =>
        {
            calls++;
            return chat.DeliverAsync(call);
        }, chat.Chat.Time.Advance);
        await chat.DeliverAsync(chat.Genesys.Call(chat.Genesys.Calls - 1));
        await chat.RoundsAsync();

        (tries, calls).ShouldBe((4, 4));
        chat.FromPeople.Skip(1).ShouldBe(["Ana: Is it plugged in?"]);
    }

    [Theory]
    [InlineData("sha256=AAAA")]
    [InlineData("")]
    public async Task A_call_that_is_not_signed_is_refused_and_has_nobody_look(string signature)
    {
        var chat = await TakenAsync();
        chat.Genesys.Write("Is it plugged in?");
        var before = chat.Genesys.Requests.Count;
        var call = chat.Genesys.Call(chat.Genesys.Calls - 1);
        call.Request.Headers["X-Hub-Signature-256"] = signature;

        (await chat.DeliverAsync(call)).ShouldBe(401);
        chat.Genesys.Leave();
        var end = chat.Genesys.Call(chat.Genesys.Calls - 1);
        end.Request.Headers.Authorization = $"Bearer {FakeGenesys.EndSecret[..^1]}";
        (await chat.DeliverAsync(end)).ShouldBe(401);

        await chat.RoundsAsync();
        chat.Genesys.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task What_is_no_message_of_theirs_is_refused_or_means_nothing()
    {
        var chat = await TakenAsync();
        (await PostAsync(chat, "{")).ShouldBe(400);
        (await PostAsync(chat, """{"type":"Text"}""")).ShouldBe(200);
        (await PostAsync(chat, """{"type":"Text","channel":{"to":{"id":"of-another-bot"}}}""")).ShouldBe(200);
        (await PostAsync(chat, $$"""{"type":"Later","channel":{"to":{"id":"{{chat.Open!.Id}}" } } }""")).ShouldBe(200);
        chat.Typed.ShouldBe(0);
        chat.Genesys.Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hub_that_is_down_is_told_so_the_bot_goes_on_and_a_second_request_works()
    {
        var chat = await HubChat.AskedAsync(isDown: true, HubKind.Genesys);
        await chat.PassAsync(TimeSpan.FromMinutes(2));
        chat.Ended.State.ShouldBe(HandOverState.Failed);
        chat.Chat.Said.ShouldContain(said => said.StartsWith(Chat.Start("handover.failed"), StringComparison.Ordinal));

        chat.Genesys.IsDown = false;
        await chat.SayAsync("I want to talk to a person");
        (chat.Open!.State, chat.Genesys.Conversations).ShouldBe((HandOverState.Queued, 1));
    }

    /// <summary>Genesys has no read by which it could be found before.</summary>
    [Fact]
    public async Task One_that_was_opened_unheard_is_met_and_ended_when_an_agent_writes_in_it()
    {
        var chat = await HubChat.AskedAsync(isDown: true, HubKind.Genesys);
        chat.Genesys.IsDown = false;
        chat.Genesys.Faults.Enqueue(HubFault.None);
        chat.Genesys.Faults.Enqueue(HubFault.LostAnswer);
        await chat.PassAsync(TimeSpan.FromSeconds(3));
        (chat.Genesys.Conversations, chat.Open!.State).ShouldBe((1, HandOverState.Requested));

        await chat.SayAsync("cancel", isRound: false);
        await chat.PassAsync(TimeSpan.FromMinutes(1));
        chat.Genesys.IsClosed.ShouldBeFalse();

        chat.Genesys.Write("Hello, Ana here.");
        (await DeliverLastAsync(chat)).ShouldBe(200);
        chat.Genesys.Failed.ShouldHaveSingleItem().ShouldEndWith("failed: The customer is with the bot again.");
        chat.Genesys.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_takes_it_is_told_with_what_is_possible_instead_and_ends_there_too()
    {
        var chat = await AskedAsync();
        foreach (var words in Enumerable.Repeat("still here", 10))
        {
            await chat.PassAsync(TimeSpan.FromMinutes(3));
            await chat.SayAsync(words);
        }

        await chat.PassAsync(TimeSpan.FromMinutes(1));

        chat.Ended.State.ShouldBe(HandOverState.TimedOut);
        chat.Genesys.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_conversation_that_cannot_be_read_yet_is_waited_for_and_opened_once()
    {
        var chat = new HubChat(HubKind.Genesys) { Genesys = { HiddenReads = 2 } };
        chat.Chat.Know(SmartFlexBot.Tests.Onboarding.Journeys.Facts.Begun);
        await chat.Chat.OpenAsync();
        await chat.SayAsync("I want to talk to a person");
        chat.Open!.State.ShouldBe(HandOverState.Queued);
        await chat.PassAsync(TimeSpan.FromSeconds(30));

        chat.Genesys.Conversations.ShouldBe(1);
        chat.Genesys.Shown.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_is_named_and_cannot_be_read_yet_holds_back_those_after_it_for_a_while()
    {
        var chat = await TakenAsync();
        chat.Genesys.Write("one");
        chat.Genesys.Unreadable.Add(chat.Genesys.LastMessage);
        chat.Genesys.Write("two");
        await chat.CallAsync();
        chat.FromPeople.Count.ShouldBe(1);

        chat.Genesys.Unreadable.Clear();
        await chat.PassAsync(TimeSpan.FromSeconds(3));
        chat.FromPeople.Skip(1).ShouldBe(["Ana: one", "Ana: two"]);
    }

    [Fact]
    public async Task What_the_customer_writes_while_it_ends_goes_on_there_in_a_new_conversation()
    {
        var chat = await TakenAsync();
        chat.Genesys.End();
        await chat.SayAsync("one more thing");

        (chat.Genesys.Conversations, chat.Genesys.Shown[^1]).ShouldBe((2, "one more thing"));
        await chat.CallAsync();
        chat.Open!.State.ShouldBe(HandOverState.Queued);

        chat.Genesys.Write("Ben here.", agent: 8, name: "Ben");
        await chat.CallAsync();
        chat.FromPeople[^1].ShouldBe("Ben: Ben here.");
    }

    [Fact]
    public async Task An_account_is_erased_by_a_request_for_its_contact_and_not_at_all_while_nobody_answers()
    {
        var chat = await TakenAsync();
        var cancel = TestContext.Current.CancellationToken;
        chat.Genesys.IsDown = true;
        await Should.ThrowAsync<CopiesNotErasedException>(() => chat.Erasure.EraseAsync("A-1", cancel));

        chat.Genesys.IsDown = false;
        await chat.Erasure.EraseAsync("A-2", cancel);
        chat.Genesys.Erased.ShouldBeEmpty();
        await chat.Erasure.EraseAsync("A-1", cancel);
        chat.Genesys.Erased.ShouldHaveSingleItem().ShouldStartWith("GDPR_DELETE x-");
    }

    private static Task<HubChat> AskedAsync() => HubChat.AskedAsync(kind: HubKind.Genesys);

    private static Task<HubChat> TakenAsync() => HubChat.TakenAsync(HubKind.Genesys);

    private static Task<int> DeliverLastAsync(HubChat chat) => chat.DeliverAsync(chat.Genesys.Call(chat.Genesys.Calls - 1));

    private static Task<int> PostAsync(HubChat chat, string body) =>
        chat.DeliverAsync(HubCallContext.Of("/hubs/genesys", body, ("X-Hub-Signature-256", FakeGenesys.Sign(body))));
}
