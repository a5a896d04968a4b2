using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Tests.Channels.DirectLine.Reading;

public sealed class MemoryOptionsTests
{
    [Fact]
    public void What_is_set_nowhere_holds_together() => Problems(new()).ShouldBeEmpty();

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void An_account_has_at_least_the_room_of_a_conversation(int more, bool isTaken)
    {
        var options = new MemoryOptions();
        options.BytesOfAccount = options.BytesOfConversation + more;

        var problems = Problems(options);

        problems.Any().ShouldBe(!isTaken);
        problems.ShouldAllBe(problem => problem.StartsWith("Memory:BytesOfAccount is less than Memory:BytesOfConversation."));
    }

    private static IReadOnlyList<string> Problems(MemoryOptions options) =>
        [.. new MemoryOptionsOrder().Validate(null, options).Failures ?? []];
}
