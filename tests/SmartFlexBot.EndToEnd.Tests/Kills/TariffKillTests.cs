using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.EndToEnd.Tests.Processes;

namespace SmartFlexBot.EndToEnd.Tests.Kills;

/// <summary>
/// The bot's process dies by SIGKILL after the customer has agreed to a tariff, while it is switched. A contract is made once: Kraken is
/// asked for the switch once and told of the accepted terms once, and the customer has one copy.
/// </summary>
public sealed class TariffKillTests
{
    /// <param name="point">Where the process dies.</param>
    /// <param name="time">
    /// Commands: first the switch, then its terms. Turns and messages: first the customer's answer, then the switch with the copy.
    /// </param>
    [Theory]
    [InlineData(ProcessingPoint.Stored, 1)]
    [InlineData(ProcessingPoint.TurnRun, 2)]
    [InlineData(ProcessingPoint.Committed, 2)]
    [InlineData(ProcessingPoint.CommandSent, 1)]
    [InlineData(ProcessingPoint.CommandSent, 2)]
    [InlineData(ProcessingPoint.CommandAnswered, 1)]
    [InlineData(ProcessingPoint.CommandAnswered, 2)]
    public async Task A_bot_killed_while_it_switches_the_tariff_switches_it_once(ProcessingPoint point, int time)
    {
        await using var installation = await Installation.StartWithSimulatorApartAsync(OnboardingApi.Wizard, market: TariffStory.Market);
        using var story = new TariffStory(installation);
        await story.ToTheLastQuestionAsync();

        await installation.KillDuringAsync(story.Chat, point, story.AgreeAsync, time);

        await story.ToThePermissionsAsync();
        (await story.Chat.EverythingWasSaidOnceAsync()).Count(TariffStory.IsCopy).ShouldBe(1);
        (await installation.Control.MutationsAsync(TariffStory.Account))
            .ShouldBe(["acceptTermsAndConditions: 1 taken, 0 refused", "startOnboardingProcess: 1 taken, 0 refused"]);
    }
}
