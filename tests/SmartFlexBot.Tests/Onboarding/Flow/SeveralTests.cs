using SmartFlexBot.BotFramework.Schema;

namespace SmartFlexBot.Tests.Onboarding.Flow;

/// <summary>Where others read along, nothing about an account is said.</summary>
public sealed class SeveralTests
{
    [Theory]
    [InlineData("groupChat", "Tesla Model 3")]
    [InlineData("channel", "person")]
    [InlineData("channel", "status")]
    public async Task In_a_chat_of_several_the_bot_says_only_where_to_write_to_it(string conversationType, string words)
    {
        var chat = new Chat(new InMemoryKraken());

        var said = await chat.TurnAsync(new Activity
        {
            Type = ActivityTypes.Message,
            Text = words,
            Conversation = new() { Id = "19:team", ConversationType = conversationType },
        });

        said.ShouldBe([Chat.Text("group")]);
        chat.Effects.Commands.ShouldBeEmpty();
    }
}
