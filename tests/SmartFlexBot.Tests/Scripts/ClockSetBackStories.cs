namespace SmartFlexBot.Tests.Scripts;

/// <summary>The machine's clock is set back in the middle of a conversation.</summary>
public sealed class ClockSetBackStories
{
    [Theory]
    [InlineData(31)]
    [InlineData(7200)]
    public async Task Whoever_is_there_goes_on_and_who_comes_is_let_in(int seconds)
    {
        await using var script = await Script.StartAsync("Wizard");
        await script.PlayAsync(
            """
            user comes
            bot: [greeting]
            bot: [devices.ask.Both]
            """);

        script.Host.Clock.SetBack(TimeSpan.FromSeconds(seconds));

        await script.PlayAsync(
            """
            user: Tesla Model 3 Long Range, Hypervolt Home 3 Pro
            bot shows: [confirm.title]
            tab 2: user comes
            tab 2: bot: [greeting.back]
            tab 2: bot shows: [confirm.title]
            the customer goes on to live
            """);
    }
}
