namespace SmartFlexBot.Onboarding.Turns;

/// <summary>What comes next, as the facts stand at this moment.</summary>
internal interface INextStep
{
    /// <summary>Of the conversation: a question of its own comes before the journey's.</summary>
    Step Step { get; }

    /// <summary>Of the journey, whatever the conversation itself is asking. The home has to be known.</summary>
    Step OfJourney { get; }
}
