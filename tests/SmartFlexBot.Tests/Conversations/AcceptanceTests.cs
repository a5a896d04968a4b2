using SmartFlexBot.BotFramework.Ports;

namespace SmartFlexBot.Tests.Conversations;

public sealed class AcceptanceTests
{
    [Fact]
    public async Task A_message_is_logged_and_answered()
    {
        await using var host = await ConversationsHost.StartAsync(Bots.Echo);
        var conversation = await host.OpenAsync();

        var acceptance = await host.SayAsync(conversation, "hello");

        acceptance.ShouldBe(new Acceptance("c1|0000001", 1, Duplicate: false));
        (await host.TranscriptAsync(conversation)).ShouldBe(["user: hello", "bot: You said hello"]);
    }
}
