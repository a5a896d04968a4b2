using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>Who may do what in a chat, and what is kept of it.</summary>
public sealed class DeskActsTests
{
    [Fact]
    public async Task Of_two_claims_one_wins_and_the_other_may_not_write()
    {
        var desk = await DeskChat.WaitingAsync();

        await desk.ActAsync(DeskChat.Ana, new DeskAct.Claim());
        await desk.ActAsync(DeskChat.Ben, new DeskAct.Claim());
        desk.Refusal.ShouldBe(DeskRefusal.OwnedByAnother);
        (await desk.ActAsync(DeskChat.Ben, new DeskAct.Say("Hello"))).ShouldBeEmpty();

        desk.Refusal.ShouldBe(DeskRefusal.OwnedByAnother);
        desk.Open!.Owner.ShouldBe(new HandOverOwner("ana", "Ana"));
    }

    [Fact]
    public async Task Only_a_supervisor_takes_a_chat_from_another_agent_and_says_why()
    {
        var desk = await DeskChat.ClaimedAsync();

        await desk.ActAsync(DeskChat.Sue, new DeskAct.Claim());
        desk.Refusal.ShouldBe(DeskRefusal.OwnedByAnother);
        await desk.ActAsync(DeskChat.Sue, new DeskAct.Claim(Why: "Ana's shift is over"));

        desk.Open!.Owner!.Name.ShouldBe("Sue");
        desk.Open.Moves[^1].ShouldSatisfyAllConditions(
            move => move.By.ShouldBe("Sue"), move => move.Why.ShouldBe("Ana's shift is over"));
    }

    [Fact]
    public async Task A_claim_by_an_agent_without_the_customers_language_needs_a_confirmation()
    {
        var desk = await DeskChat.WaitingAsync();
        var carlos = new DeskAgent("carlos", "Carlos", ["es"], IsSupervisor: false);

        await desk.ActAsync(carlos, new DeskAct.Claim());
        desk.Refusal.ShouldBe(DeskRefusal.AnotherLanguage);
        await desk.ActAsync(carlos, new DeskAct.Claim(InAnotherLanguage: true));

        desk.Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_as_many_chats_as_they_can_have_takes_no_further_one_but_a_supervisor_may()
    {
        var desk = await DeskChat.WaitingAsync();
        desk.See(DeskChat.Sue);
        foreach (var owner in new[] { DeskChat.Ana, DeskChat.Sue })
        {
            desk.Others.AddRange(Enumerable.Range(1, DeskChat.Capacity).Select(number => desk.Open! with
            {
                Id = $"{owner.Id}-{number}",
                Conversation = $"directline|{owner.Id}-{number}",
                State = HandOverState.Active,
                Owner = new(owner.Id, owner.Name),
            }));
        }

        await desk.ActAsync(DeskChat.Ana, new DeskAct.Claim());
        desk.Refusal.ShouldBe(DeskRefusal.AtCapacity);
        desk.Open!.State.ShouldBe(HandOverState.Queued);
        await desk.ActAsync(DeskChat.Sue, new DeskAct.Claim());

        desk.Open!.Owner!.Name.ShouldBe("Sue");
    }

    [Fact]
    public async Task A_note_is_kept_among_agents_with_secrets_masked_and_never_reaches_the_customer()
    {
        var desk = await DeskChat.ClaimedAsync();

        (await desk.ActAsync(DeskChat.Ben, new DeskAct.Note("card 4111 1111 1111 1111, careful"))).ShouldBeEmpty();

        desk.Chat.Effects.Records.Single(record => record.Kind == DeskNotes.RecordKind).Json.ShouldContain("card [number], careful");
        desk.Chat.Said.ShouldNotContain(said => said.Contains("careful", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_transfer_goes_to_the_head_of_the_queue_and_the_customer_sees_one_neutral_line()
    {
        var desk = await DeskChat.ClaimedAsync();

        (await desk.ActAsync(DeskChat.Ana, new DeskAct.Transfer("ben", "he knows chargers"))).ShouldBe([Chat.Text("handover.passed")]);

        (desk.Open!.State, desk.Open.PassedTo, desk.Open.IsAtHead).ShouldBe((HandOverState.Queued, "ben", true));
        (await desk.ActAsync(DeskChat.Ana, new DeskAct.Transfer(null, " "))).ShouldBeEmpty();
        desk.Refusal.ShouldBe(DeskRefusal.NotValid);
    }

    [Fact]
    public async Task What_an_agent_says_comes_from_a_person_with_a_name_and_without_an_id()
    {
        var desk = await DeskChat.ClaimedAsync();

        var said = desk.Chat.Effects.Sent[^1];

        (said.From!.Id, said.From.Name, (string?)said.ChannelData!["person"]!["act"]).ShouldBe(("person", "Ana", "act-2"));
        said.From.Id.ShouldNotBe("ana");
    }

    [Fact]
    public async Task An_act_in_a_hand_over_of_another_conversation_is_unknown()
    {
        var desk = await DeskChat.WaitingAsync();

        await desk.ActAsync(DeskChat.Ana, new DeskAct.Claim(), "somebody-elses");

        desk.Refusal.ShouldBe(DeskRefusal.Unknown);
    }
}
