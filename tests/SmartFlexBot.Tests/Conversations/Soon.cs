namespace SmartFlexBot.Tests.Conversations;

/// <summary>Waits for what happens by itself while the test's clock stands still.</summary>
internal static class Soon
{
    public static async Task ShouldBeSoAsync(Func<bool> isSo, string otherwise)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var polls = 0; !isSo(); polls++)
        {
            polls.ShouldBeLessThan(3000, otherwise);
            await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
