namespace SmartFlexBot.Recognition.Questions;

/// <summary>An utterance as a question.</summary>
/// <param name="Subjects">
/// What it is about, by the names of Data/questions.*.json, in the order in which it was said; at most two, none when nothing is known.
/// </param>
/// <param name="Form">How it was put.</param>
/// <param name="Rest">
/// What was said beside the question, in the customer's words: "Tesla Model 3" of "Tesla Model 3. What does it cost?".
/// </param>
public sealed record Question(IReadOnlyList<string> Subjects, QuestionForm Form, string Rest)
{
    public static Question None { get; } = new([], QuestionForm.Statement, "");

    /// <summary>The subjects that an answer is wanted about: none of a statement's.</summary>
    public IReadOnlyList<string> Known => Form == QuestionForm.Statement ? [] : Subjects;
}

public enum QuestionForm
{
    /// <summary>"I have a Tesla and a wallbox at home": nothing was asked, whatever it is about.</summary>
    Statement,

    Asked,

    /// <summary>"Why?", "what for?": of what was said last.</summary>
    Bare,

    /// <summary>"Opening hours": a subject and nothing else. Where a choice is asked for it may be one.</summary>
    Keyword,
}
