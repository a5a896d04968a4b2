using SmartFlexBot.Channels.BotConnector.Sending;

namespace SmartFlexBot.Tests.Channels.BotConnector.Sending;

/// <summary>Bot protocol B2: how connectors say why not.</summary>
public sealed class ConnectorErrorTests
{
    [Theory]
    [InlineData("""{"error":{"code":"ConversationNotFound","message":"…"}}""", "ConversationNotFound")]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"…\"}"}""", "MessageWritesBlocked")]
    [InlineData(
        """{"error":{"code":"Forbidden","message":"{\"subCode\":\"MessageWritesBlocked\"}"}}""", "MessageWritesBlocked")]
    [InlineData("""{"error":{"code":"BotNotInConversationRoster","message":"{broken"}}""", "BotNotInConversationRoster")]
    [InlineData("""{"error":{"code":"a text with anything in it"}}""", null)]
    [InlineData("""{"error":{"code":7}}""", null)]
    [InlineData("""{"error":"no"}""", null)]
    [InlineData("[]", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public void The_code_is_one_word(string body, string? code) => ConnectorError.CodeOf(body).ShouldBe(code);
}
