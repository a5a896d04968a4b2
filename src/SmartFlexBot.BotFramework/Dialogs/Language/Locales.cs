using System.Globalization;

namespace SmartFlexBot.BotFramework.Dialogs;

/// <summary>Which language an answer is in. An unknown one falls back to its language without the region, and then to English.</summary>
internal static class Locales
{
    public static string? Of(ITurnContext turnContext, PromptOptions options) =>
        options.RecognizeLanguage ?? turnContext.Activity.Locale ?? turnContext.Origin.Locale;

    /// <summary>"de" of "de-CH" or "de_CH"; never fails, as clients send anything.</summary>
    public static string Language(string? locale) =>
        (locale ?? "").Split('-', '_')[0].Trim().ToLowerInvariant();

    public static CultureInfo Culture(string? locale) =>
        Known(locale?.Trim().Replace('_', '-')) ?? Known(Language(locale)) ?? CultureInfo.GetCultureInfo("en");

    private static CultureInfo? Known(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
