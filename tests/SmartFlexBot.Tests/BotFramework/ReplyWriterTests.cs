using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.BotFramework;

/// <summary>What the host knows of the bot and of the activity; the rest is in <see cref="TurnContextTests"/>.</summary>
public sealed class ReplyWriterTests
{
    private static readonly ChannelAccount Bot = new() { Id = "smartflexbot", Name = "SmartFlexBot" };

    [Fact]
    public void An_event_that_addresses_nobody_is_answered_by_the_bot()
    {
        var from = Write(new() { Type = ActivityTypes.Event, Id = "e1" }, new() { Text = "Live" }).From!;

        (from.Id, from.Name, from.Role).ShouldBe(("smartflexbot", "SmartFlexBot", RoleTypes.Bot));
    }

    [Fact]
    public void Who_was_addressed_answers()
    {
        var from = Write(new() { Recipient = new() { Id = "28:app", Name = "Teams" } }, new() { Text = "Hi" }).From!;

        (from.Id, from.Name, from.Role).ShouldBe(("28:app", "Teams", RoleTypes.Bot));
    }

    [Fact]
    public void A_sender_without_an_id_is_the_bot()
    {
        var inbound = new Activity { Recipient = new() { Id = "28:app" } };

        Write(inbound, new() { From = new() { Name = "nobody" } }).From!.Id.ShouldBe("smartflexbot");
    }

    [Fact]
    public void An_own_sender_keeps_its_role_and_is_not_touched()
    {
        var agent = new ChannelAccount { Id = "agent", Name = "Grace" };

        Write(new(), new() { From = agent }).From!.Role.ShouldBe(RoleTypes.Bot);
        agent.Role.ShouldBeNull();
        Write(new(), new() { From = new() { Id = "agent", Role = "supervisor" } }).From!.Role.ShouldBe("supervisor");
    }

    [Theory]
    [InlineData(true, null, "e1")]
    [InlineData(true, "earlier", "earlier")]
    [InlineData(false, null, null)]
    [InlineData(false, "earlier", null)]
    public void Only_what_is_in_the_log_is_replied_to(bool isLogged, string? own, string? replyToId)
    {
        var inbound = new Activity { Type = ActivityTypes.Event, Id = "e1" };

        Write(inbound, new() { Text = "Hi", ReplyToId = own }, isLogged).ReplyToId.ShouldBe(replyToId);
    }

    [Fact]
    public void The_service_address_is_that_of_the_activity_unless_it_is_set()
    {
        var inbound = new Activity { ServiceUrl = "https://a.example/" };

        Write(inbound, new()).ServiceUrl.ShouldBe("https://a.example/");
        Write(inbound, new() { ServiceUrl = "https://b.example/" }).ServiceUrl.ShouldBe("https://b.example/");
    }

    private static Activity Write(Activity inbound, Activity reply, bool isLogged = true) => ActivityJson.Read(
        new ReplyWriter(inbound, new ConversationKey("directline", "c1"), new ConversationOrigin("dl_u1", "Ada"), Bot, isLogged)
            .Write(reply));
}
