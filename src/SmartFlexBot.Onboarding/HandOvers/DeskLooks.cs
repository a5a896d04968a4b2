namespace SmartFlexBot.Onboarding.HandOvers;

/// <summary>Who has looked at a chat or a pack, oldest first: for supervisors, and for the customer who asks what is known.</summary>
public sealed record DeskLooks(string HandOverId, IReadOnlyList<DeskLook> Looks)
{
    public const string RecordKind = "handover-looks";

    /// <summary>The newest are kept.</summary>
    public const int Most = 500;
}

/// <param name="AgentId">No name: whoever has to know it has it from the identity provider.</param>
public sealed record DeskLook(string AgentId, DeskLookedAt What, DateTimeOffset At);

public enum DeskLookedAt
{
    Chat,
    Pack,
    File,
}

/// <summary>As it enters the conversation's inbox.</summary>
public sealed record DeskLookRequest(string HandOverId, DeskLook Look);
