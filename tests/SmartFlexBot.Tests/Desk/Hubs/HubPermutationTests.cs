using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Tests.Onboarding;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>
/// Handover failure 10, for each hub whose webhooks we take: one hand-over's calls in every order, each of them twice, over the wire. What
/// the agent did, happened in one order; what we hear of it, in any.
/// </summary>
public sealed class HubPermutationTests
{
    public static TheoryData<HubKind> Kinds() => [.. Enum.GetValues<HubKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public async Task For_every_permutation_and_duplication_of_one_hand_overs_calls_state_and_thread_are_the_same(HubKind kind)
    {
        foreach (var order in Permutations([0, 1, 2, 3]))
        {
            var chat = await HubChat.AskedAsync(kind: kind);
            Action[] acts = [() => chat.Fake.Write("one"), () => chat.Fake.Write("two"), () => chat.Fake.Type(), chat.Fake.End];
            var calls = new List<int>();
            foreach (var next in order)
            {
                while (calls.Count <= next)
                {
                    acts[calls.Count]();
                    calls.Add(chat.Fake.Calls - 1);
                }

                (await chat.DeliverAsync(chat.Fake.Call(calls[next]))).ShouldBe(200);
                (await chat.DeliverAsync(chat.Fake.Call(calls[next]))).ShouldBe(200);
                await chat.RoundsAsync();
            }

            await chat.PassAsync(TimeSpan.FromMinutes(2));
            var name = string.Join(", ", order);
            chat.FromPeople.ShouldBe(["Ana: one", "Ana: two"], name);
            (chat.Ended.State, chat.Ended.Outcome, chat.Open).ShouldBe((HandOverState.Ended, HandOverOutcome.Solved, null), name);
            chat.Chat.Said.Count(said => said == Chat.Text("handover.back", ("name", "Ana"))).ShouldBe(1, name);
            (chat.Fake.Conversations, chat.Fake.IsClosed).ShouldBe((1, true), name);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_call_about_a_hand_over_that_has_ended_changes_nothing(HubKind kind)
    {
        var chat = await HubChat.TakenAsync(kind);
        chat.Fake.End();
        await chat.CallAsync();
        var (moves, said) = (chat.Ended.Moves.Count, chat.Chat.Said.Count);

        for (var call = 0; call < chat.Fake.Calls; call++)
        {
            (await chat.DeliverAsync(chat.Fake.Call(call))).ShouldBe(200);
        }

        await chat.PassAsync(TimeSpan.FromMinutes(2));
        (chat.Ended.Moves.Count, chat.Chat.Said.Count, chat.Open).ShouldBe((moves, said, null));
        chat.Fake.Failed.ShouldBeEmpty("what has reached the customer has not failed");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_agent_who_types_is_shown_typing_only_while_the_chat_is_theirs(HubKind kind)
    {
        var chat = await HubChat.AskedAsync(kind: kind);
        await TypeAsync(chat);
        chat.Typed.ShouldBe(0);

        chat.Fake.Write("Hello, Ana here.");
        await chat.CallAsync();
        await TypeAsync(chat);
        (chat.Typed, chat.FromPeople.Count).ShouldBe((1, 1));

        chat.Fake.End();
        await chat.CallAsync();
        await TypeAsync(chat);
        chat.Typed.ShouldBe(1);
    }

    /// <summary>Also a process that is killed: what a round has told and read before its end is found again, and not told again.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public async Task A_round_that_is_cut_off_at_any_request_is_gone_on_with(HubKind kind)
    {
        for (var cut = 0; ; cut++)
        {
            var chat = await HubChat.TakenAsync(kind);
            chat.Fake.Write("two");
            chat.Fake.Faults.Clear();
            var before = chat.Fake.Requests.Count;
            foreach (var fault in Enumerable.Repeat(HubFault.None, cut).Append(HubFault.LostAnswer))
            {
                chat.Fake.Faults.Enqueue(fault);
            }

            await chat.SayAsync("first", isRound: false);
            await chat.SayAsync("second");
            var wasCut = chat.Fake.Faults.Count == 0;
            chat.Fake.Faults.Clear();
            await chat.PassAsync(TimeSpan.FromMinutes(1));

            var where = chat.Fake.Requests.Skip(before).ElementAtOrDefault(cut);
            chat.Fake.Shown.Where(line => line is "first" or "second").ShouldBe(["first", "second"], where);
            chat.FromPeople.ShouldBe(["Ana: Hello, Ana here.", "Ana: two"], where);
            if (!wasCut)
            {
                cut.ShouldBeGreaterThan(3);
                return;
            }
        }
    }

    private static async Task TypeAsync(HubChat chat)
    {
        chat.Fake.Type();
        (await chat.DeliverAsync(chat.Fake.Call(chat.Fake.Calls - 1))).ShouldBe(200);
    }

    private static IEnumerable<IReadOnlyList<int>> Permutations(IReadOnlyList<int> of) => of.Count == 0
        ? [[]]
        : of.SelectMany(first => Permutations([.. of.Where(one => one != first)]).Select(rest => (IReadOnlyList<int>)[first, .. rest]));
}
