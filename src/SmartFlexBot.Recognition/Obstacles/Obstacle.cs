namespace SmartFlexBot.Recognition.Obstacles;

/// <summary>
/// Why something that is done outside the chat does not go on. Of several in one utterance, the first in this order counts.
/// </summary>
public enum Obstacle
{
    /// <summary>Only the owner of the car can do it, and that is somebody else.</summary>
    NotMine,

    /// <summary>The link or its page does nothing.</summary>
    NothingHappens,

    /// <summary>The customer says that their car needs no such thing.</summary>
    NotNeeded,

    /// <summary>The customer wants to go on without it.</summary>
    Skip,
}
