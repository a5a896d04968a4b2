using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.EndToEnd.Tests.DirectLine;
using SmartFlexBot.EndToEnd.Tests.Processes;
using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.EndToEnd.Tests.Kills;

internal static class SuddenDeath
{
    /// <summary>The bot dies by SIGKILL while it works on what the customer does, and is started again on the same files.</summary>
    /// <param name="time">At which time the point is reached, counted from what the customer does.</param>
    public static async Task KillDuringAsync(
        this Installation installation, DirectLineClient chat, ProcessingPoint point, Func<Task> act, int time = 1)
    {
        // A process that is armed only now counts from here on.
        await installation.KillBotAsync();
        await installation.StartBotAsync(killAt: point.ToString(), killAfter: time);
        await chat.ComeBackAsync();
        try
        {
            await act();
        }
        catch (HttpRequestException)
        {
            // Nobody was there any more to answer.
        }

        await installation.WaitForBotsEndAsync();
        await installation.StartBotAsync();
        await chat.ComeBackAsync();
    }

    /// <returns>
    /// All that the bot has said: nothing of it twice, and what the client saw, across the restarts, is what the server kept, in the same
    /// order.
    /// </returns>
    public static async Task<IReadOnlyList<BotMessage>> EverythingWasSaidOnceAsync(this DirectLineClient chat)
    {
        var log = await chat.ReadLogAsync();
        var said = log.Where(activity => (string?)activity["from"]?["role"] == "bot").Select(activity => new BotMessage(activity)).ToList();
        said.Select(message => message.Id).ShouldBeUnique();
        said.Select(message => message.Summary).ShouldBeUnique();
        chat.Seen.Select(message => message.Id).ShouldBe(said.Select(message => message.Id));
        return said;
    }
}
