using System.Text.Json.Nodes;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Languages;

/// <summary>The customer is spoken to in another language from here.</summary>
internal sealed class LanguageChange(Voice voice, Conversation conversation)
{
    /// <summary>The page's language menu. Value: {"locale"}.</summary>
    public const string Chosen = "webchat/language/changed";

    public Task ToAsync(string language)
    {
        conversation.Remember(memory => memory with
        {
            Locale = language,
            Question = memory.Question is { Kind: QuestionKind.Language } ? null : memory.Question,
        });
        return voice.SayAsync("language.changed");
    }

    /// <summary>What stands in the chat is shown once more, in the language that was chosen on the page.</summary>
    public void Take(JsonObject? value)
    {
        if (value.Word("locale") is { } locale)
        {
            conversation.Remember(memory => memory with { Locale = voice.LanguageOf(locale), IsOpen = false, Told = null });
        }
    }
}
