namespace SmartFlexBot.Onboarding.Turns;

/// <summary>What is said of a step that the customer cannot answer.</summary>
internal interface INotice
{
    /// <param name="spoken">The customer has written something meanwhile, and waits for a word.</param>
    /// <param name="told">This was the last thing that was told.</param>
    Task TellAsync(bool spoken, bool told, CancellationToken cancellationToken);
}
