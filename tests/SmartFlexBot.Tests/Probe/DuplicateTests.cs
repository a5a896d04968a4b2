using SmartFlexBot.ProbeBot;

namespace SmartFlexBot.Tests.Probe;

/// <summary>Channels repeat what they are not sure of. A repetition is acknowledged as the first was, and runs nothing.</summary>
public sealed class DuplicateTests
{
    private const int Conversations = 100;
    private const int AtOnce = 8;

    /// <summary>
    /// A hundred conversations of seven messages, each message posted twice: half of them at the same moment, half afterwards.
    /// </summary>
    [Theory]
    [InlineData("messages")]
    [InlineData("expectReplies")]
    [InlineData("directline")]
    public async Task Seven_hundred_duplicates_get_one_reply_each(string channel)
    {
        await using var server = await ProbeServer.StartAsync();
        var said = new (string, string)[Conversations][];

        await Parallel.ForAsync(0, Conversations, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            using var customer = await ProbeCustomer.ComeAsync(server, channel, $"conversation {i}");
            for (var number = 0; number < SixPromptsBot.Answers.Count; number++)
            {
                var first = customer.SayAsync(number, SixPromptsBot.Answers[number]);
                var acknowledged = i % 2 == 0 ? await first : null;
                var second = await customer.SayAsync(number, SixPromptsBot.Answers[number]);
                second.ShouldBe(acknowledged ?? await first);
            }

            await server.SettleAsync();
            said[i] = await server.ReadAsync(customer.Conversation);
        });

        said.ShouldAllBeWhole();
    }
}
