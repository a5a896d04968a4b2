namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// What comes next. Decided from the facts and never stored; each slice has its own, and what a step must say of itself is abstract.
/// </summary>
internal abstract record Step
{
    /// <summary>Names this step and what it is about: the same key means that the question already asked still stands.</summary>
    public virtual string Key => GetType().Name;

    /// <summary>The text that tells what comes next, for who asks how it stands.</summary>
    public abstract string StatusKey { get; }

    /// <summary>The text by which what is open stands again in one line, after something else was answered.</summary>
    public string OpenKey => $"open.{StatusKey[(StatusKey.LastIndexOf('.') + 1)..]}";

    /// <summary>
    /// The car, the maker's app or Kraken may move on without a word from the customer: it is looked at from time to time.
    /// </summary>
    public abstract bool IsWatched { get; }

    /// <summary>How the step is run, made of those parts of the turn that it needs.</summary>
    public abstract StepRun Run(Turn turn);
}
