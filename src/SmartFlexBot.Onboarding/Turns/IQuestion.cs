namespace SmartFlexBot.Onboarding.Turns;

/// <summary>What a step asks the customer, and what their answer changes.</summary>
internal interface IQuestion
{
    /// <summary>Names the dialog.</summary>
    string Id { get; }

    /// <summary>What is said here to a question that nothing is known about; null when this step has nothing of its own to say.</summary>
    string? Explanation => null;

    /// <param name="again">True when the last answer was not understood: then a sentence is enough, the card is still there.</param>
    Task AskAsync(bool again, CancellationToken cancellationToken);

    /// <returns>True when the answer was used; false to ask again.</returns>
    Task<bool> AnswerAsync(Reply reply, CancellationToken cancellationToken);
}
