using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Languages;

/// <summary>Shall we go on in the language that the customer writes? It is asked in that language.</summary>
internal sealed record ConfirmLanguage(string Language) : Step
{
    public override string StatusKey => "status.next.Question";

    public override bool IsWatched => false;

    public override StepRun Run(Turn turn)
    {
        var change = new LanguageChange(turn.Voice, turn.Conversation);
        return new StepRun.Ask(new Confirmation(turn.Voice, turn.Conversation, Language, "language.ask", () => change.ToAsync(Language)));
    }
}
