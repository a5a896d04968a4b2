using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Languages;

/// <summary>
/// Shall we go on in the language that the customer writes? It is asked in that language, and refused in the present one.
/// </summary>
internal sealed record ConfirmLanguage(string Language) : Step
{
    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn)
    {
        var (voice, change) = (turn.Voice, new LanguageChange(turn.Voice, turn.Conversation));
        // A no comes from who reads the language that is spoken.
        return new StepRun.Ask(new Confirmation(
            voice, turn.Conversation, voice.TextIn(Language, "language.ask"), voice.TextIn(Language, "language.yes"),
            voice.Text("language.no"), () => change.ToAsync(Language), isAside: true));
    }
}
