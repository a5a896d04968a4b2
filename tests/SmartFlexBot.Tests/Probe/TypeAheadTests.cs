using SmartFlexBot.ProbeBot;

namespace SmartFlexBot.Tests.Probe;

/// <summary>People answer before they are asked. Every answer counts, in the order in which it was accepted.</summary>
public sealed class TypeAheadTests
{
    private const int Conversations = 100;
    private const int AtOnce = 8;

    /// <param name="pause">Milliseconds between the acceptance of one answer and the sending of the next.</param>
    [Theory]
    [InlineData("messages", 0)]
    [InlineData("messages", 1)]
    [InlineData("messages", 5)]
    [InlineData("directline", 0)]
    [InlineData("directline", 1)]
    [InlineData("directline", 5)]
    public async Task A_hundred_of_a_hundred_conversations_reach_the_end_in_order_of_acceptance(string channel, int pause)
    {
        await using var server = await ProbeServer.StartAsync();
        var said = new (string, string)[Conversations][];

        await Parallel.ForAsync(0, Conversations, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, token) =>
        {
            using var customer = await ProbeCustomer.ComeAsync(server, channel, $"conversation {i}");
            using var timer = pause > 0 ? new PeriodicTimer(TimeSpan.FromMilliseconds(pause)) : null;
            for (var number = 0; number < SixPromptsBot.Answers.Count; number++)
            {
                await customer.SayAsync(number, SixPromptsBot.Answers[number]);
                if (timer is not null)
                {
                    timer.Period = TimeSpan.FromMilliseconds(pause);
                    await timer.WaitForNextTickAsync(token);
                }
            }

            await server.SettleAsync();
            said[i] = await server.ReadAsync(customer.Conversation);
        });

        said.ShouldAllBeWhole();
    }
}
