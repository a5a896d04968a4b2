using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Conversations.Storage;

namespace SmartFlexBot.Web.Hosting;

/// <summary>A start that cannot succeed ends with the sentence that says what to set, not with a stack of calls.</summary>
internal static class StartProblems
{
    public static async Task<int> RunAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OptionsValidationException settings)
        {
            foreach (var failure in settings.Failures) await Console.Error.WriteLineAsync(failure);
            return 1;
        }
        catch (Exception problem) when (problem is InvalidDataException or CardTemplateException or StoreRefusedException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
