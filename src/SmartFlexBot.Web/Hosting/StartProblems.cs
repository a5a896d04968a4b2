using Microsoft.Extensions.Options;
using SmartFlexBot.BotFramework.Templating;
using SmartFlexBot.Conversations.Store;

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
            foreach (var failure in settings.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            return 1;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or CardTemplateException or StoreRefusedException || IsUnreadableSetting(wrong))
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    /// <summary>A word where a number belongs: the binder's message names the setting and its value.</summary>
    private static bool IsUnreadableSetting(Exception exception) =>
        exception is InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" };
}
