using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.BotFramework;

public sealed class TurnContextTests
{
    private readonly InMemoryTurnEffects _effects = new();

    private TurnContext Turn(Activity inbound) => new(
        inbound, new ConversationKey("directline", "Conv|1"), new ConversationOrigin("dl_u1", "Ada", Locale: "de"), new TurnState([]),
        _effects,
        attempt: 2, protectedValue: "secret");

    private static Activity Message(string text = "hi") => new()
    {
        Type = ActivityTypes.Message,
        Id = "Conv|1|0000007",
        Text = text,
        Locale = "fr",
        From = new ChannelAccount { Id = "dl_u1", Name = "Ada", Role = RoleTypes.User },
        Recipient = new ChannelAccount { Id = "bot", Name = "SmartFlex" },
        Conversation = new ConversationAccount { Id = "other", TenantId = "t", ConversationType = "personal" },
    };

    [Fact]
    public async Task An_answer_to_a_message_is_addressed_to_its_sender()
    {
        var turn = Turn(Message());
        turn.Responded.ShouldBeFalse();

        await turn.SendActivityAsync("Hello", cancellationToken: TestContext.Current.CancellationToken);

        turn.Responded.ShouldBeTrue();
        ActivityJson.Write(_effects.Sent.Single()).ShouldBe(
            """{"type":"message","channelId":"directline","from":{"id":"bot","name":"SmartFlex","role":"bot"},"recipient":"""
            + """{"id":"dl_u1","name":"Ada","role":"user"},"conversation":"""
            + """{"id":"Conv|1","conversationType":"personal","tenantId":"t"},"replyToId":"Conv|1|0000007","text":"""
            + "\"Hello\",\"textFormat\":\"plain\",\"locale\":\"fr\",\"inputHint\":\"acceptingInput\"}");
    }

    [Theory]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    public async Task What_happens_by_itself_is_told_to_the_customer_and_answers_no_activity(string type)
    {
        await Turn(new Activity { Type = type, Id = "e1" })
            .SendActivityAsync("Your car is live.", cancellationToken: TestContext.Current.CancellationToken);

        var sent = _effects.Sent.Single();
        sent.ReplyToId.ShouldBeNull();
        (sent.Recipient!.Id, sent.Recipient.Role).ShouldBe(("dl_u1", RoleTypes.User));
        sent.From!.Role.ShouldBe(RoleTypes.Bot);
        sent.Locale.ShouldBe("de");
    }

    [Fact]
    public async Task An_event_to_the_customer_is_not_answered_in_the_customers_name()
    {
        var inbound = new Activity { Type = ActivityTypes.Event, From = new() { Id = "bot" }, Recipient = new() { Id = "dl_u1" } };

        await Turn(inbound).SendActivityAsync("Hello", cancellationToken: TestContext.Current.CancellationToken);

        _effects.Sent.Single().From!.Id.ShouldBeNull();
        _effects.Sent.Single().Recipient!.Id.ShouldBe("dl_u1");
    }

    [Fact]
    public async Task What_an_activity_says_itself_is_kept_but_not_what_the_channel_sets()
    {
        await Turn(Message()).SendActivityAsync(
            new Activity
            {
                Id = "mine",
                Timestamp = DateTimeOffset.UnixEpoch,
                ChannelId = "elsewhere",
                From = new ChannelAccount { Id = "agent", Name = "Grace" },
                ReplyToId = "earlier",
                Locale = "it",
                Text = "*a*",
                TextFormat = TextFormats.Markdown,
                InputHint = InputHints.IgnoringInput,
            },
            TestContext.Current.CancellationToken);

        var sent = _effects.Sent.Single();
        (sent.Id, sent.Timestamp, sent.ChannelId, sent.Type).ShouldBe((null, null, "directline", ActivityTypes.Message));
        (sent.From!.Id, sent.From.Role, sent.ReplyToId, sent.Locale).ShouldBe(("agent", RoleTypes.Bot, "earlier", "it"));
        (sent.TextFormat, sent.InputHint).ShouldBe((TextFormats.Markdown, InputHints.IgnoringInput));
    }

    [Fact]
    public async Task One_activity_object_can_be_sent_in_many_conversations()
    {
        var shared = MessageFactory.SuggestedActions(["Yes", "No"], "Sure?");
        var before = ActivityJson.Write(shared);

        await Turn(Message()).SendActivityAsync(shared, TestContext.Current.CancellationToken);
        _effects.Sent[0].SuggestedActions!.Actions!.Clear();
        await Turn(Message()).SendActivityAsync(shared, TestContext.Current.CancellationToken);

        ActivityJson.Write(shared).ShouldBe(before);
        _effects.Sent[1].SuggestedActions!.Actions!.Select(action => action.Value!.GetValue<string>()).ShouldBe(["Yes", "No"]);
    }

    [Fact]
    public async Task Empty_lists_are_not_sent()
    {
        await Turn(Message()).SendActivityAsync(
            new Activity { Text = "a", Attachments = [], SuggestedActions = new SuggestedActions { Actions = [] } },
            TestContext.Current.CancellationToken);

        _effects.Sent.Single().Attachments.ShouldBeNull();
        _effects.Sent.Single().SuggestedActions.ShouldBeNull();
    }

    [Fact]
    public async Task Typing_is_no_answer_and_has_no_text_format()
    {
        var turn = Turn(Message());

        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, TestContext.Current.CancellationToken);

        turn.Responded.ShouldBeFalse();
        _effects.Sent.Single().TextFormat.ShouldBeNull();
        _effects.Sent.Single().InputHint.ShouldBeNull();
    }

    [Fact]
    public void A_turn_hands_on_what_it_was_made_of()
    {
        var inbound = Message();

        var turn = Turn(inbound);

        turn.Activity.ShouldBeSameAs(inbound);
        (turn.Attempt, turn.ProtectedValue, turn.Origin.UserId).ShouldBe((2, "secret", "dl_u1"));
        turn.Effects.ShouldBeSameAs(_effects);
    }
}
