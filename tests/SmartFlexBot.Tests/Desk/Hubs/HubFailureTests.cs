using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>Handover failure 18, for each hub whose webhooks we take: an agent whose message did not reach the customer sees it.</summary>
public sealed class HubFailureTests
{
    public static TheoryData<HubKind> Kinds() => [.. Enum.GetValues<HubKind>()];

    /// <summary>In a public sample whatever has no text is typing: the file would be lost without a word.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public async Task A_file_without_a_word_is_no_typing_and_has_failed(HubKind kind)
    {
        var chat = await HubChat.TakenAsync(kind);
        chat.Fake.WriteFile();
        var file = chat.Fake.LastMessage;
        (await DeliverLastAsync(chat)).ShouldBe(200);
        await chat.RoundsAsync();

        (chat.Typed, chat.FromPeople.Count).ShouldBe((0, 1));
        chat.Fake.Failed.ShouldBe([$"{file} failed: Files are not passed on to the customer."]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_an_agent_writes_when_the_customer_is_with_the_bot_again_has_failed_and_ends_there_too(HubKind kind)
    {
        var chat = await HubChat.AskedAsync(kind: kind);
        await chat.SayAsync("cancel");
        chat.Ended.State.ShouldBe(HandOverState.Abandoned);
        chat.Fake.Write("Hello, Ana here.");
        var late = chat.Fake.LastMessage;

        chat.Fake.IsDown = true;
        (await DeliverLastAsync(chat)).ShouldBe(503);
        chat.Fake.IsDown = false;
        (await DeliverLastAsync(chat)).ShouldBe(200);

        chat.FromPeople.ShouldBeEmpty();
        chat.Fake.Failed.ShouldBe([$"{late} failed: The customer is with the bot again."]);
        chat.Fake.IsClosed.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_an_agent_writes_in_the_moment_in_which_the_customer_leaves_has_failed(HubKind kind)
    {
        var chat = await HubChat.AskedAsync(kind: kind);
        await chat.SayAsync("cancel", isRound: false);
        chat.Fake.Write("Hello, Ana here.");
        var late = chat.Fake.LastMessage;
        await chat.RoundsAsync();

        chat.FromPeople.ShouldBeEmpty();
        chat.Fake.Failed.ShouldBe([$"{late} failed: The customer is with the bot again."]);
        (await DeliverLastAsync(chat)).ShouldBe(200);
        (chat.Fake.Failed.Distinct().Count(), chat.Fake.IsClosed).ShouldBe((1, true));
    }

    private static Task<int> DeliverLastAsync(HubChat chat) => chat.DeliverAsync(chat.Fake.Call(chat.Fake.Calls - 1));
}
