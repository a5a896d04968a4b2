namespace SmartFlexBot.Recognition.Choices;

/// <summary>Something to choose.</summary>
/// <param name="Title">What is shown, and what can be typed.</param>
/// <param name="Synonyms">What else can be typed.</param>
public sealed record Choice(string Title, params IReadOnlyList<string> Synonyms);
