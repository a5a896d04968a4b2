using SmartFlexBot.Recognition.Catalogue;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>What the last message of the bot asked for.</summary>
public enum AskedFor
{
    CarAndChargePoint,
    Car,
    ChargePoint,

    /// <summary>A pick from <see cref="RecognitionContext.Offered"/>.</summary>
    Pick,
}

/// <summary>A device as far as it is known; <paramref name="Model"/> is null when only the make is.</summary>
public sealed record KnownDevice(string Make, string? Model);

/// <summary>What an utterance is read against: the same words mean different things after different questions.</summary>
public sealed record RecognitionContext
{
    public static RecognitionContext Empty { get; } = new();

    public AskedFor Asked { get; init; } = AskedFor.CarAndChargePoint;

    /// <summary>The car known before this utterance.</summary>
    public KnownDevice? Vehicle { get; init; }

    /// <summary>The charge point known before this utterance.</summary>
    public KnownDevice? ChargePoint { get; init; }

    /// <summary>The list that was just shown, in its order; empty when none was.</summary>
    public IReadOnlyList<CatalogueEntry> Offered { get; init; } = [];
}
