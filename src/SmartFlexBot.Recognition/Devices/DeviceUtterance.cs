using SmartFlexBot.Recognition.Catalogue;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Recognition.Devices;

/// <summary>How far a mention can be trusted.</summary>
public enum Certainty
{
    /// <summary>Worth offering, not worth recording without a question.</summary>
    Unsure,

    /// <summary>A misspelling, a nickname, or a conclusion from several words.</summary>
    Likely,

    /// <summary>A name or an alias of the catalogue, as written there.</summary>
    Exact,
}

/// <param name="Model">A family or variant of the tenant's catalogue; null when only the make was said.</param>
/// <param name="Words">The customer's own words that name the device.</param>
public sealed record DeviceMention(DeviceKind Kind, string Make, string? Model, Certainty Certainty, string Words);

public enum UtteranceAct
{
    Answer,
    Question,
    Request,
    Unclear,
}

/// <summary>
/// What one utterance says about the customer's devices. A mention without a model means: ask for the model, and the offers of its kind are
/// what to show. Several cars in one utterance leave <see cref="Vehicle"/> null and are all in <see cref="VehicleOffers"/>.
/// </summary>
public sealed record DeviceUtterance
{
    /// <summary>The most that is ever offered: a list that fits one message of every channel.</summary>
    public const int MaximumOffers = 8;

    public DeviceMention? Vehicle { get; init; }

    public DeviceMention? ChargePoint { get; init; }

    public IReadOnlyList<CatalogueEntry> VehicleOffers { get; init; } = [];

    public IReadOnlyList<CatalogueEntry> ChargePointOffers { get; init; } = [];

    /// <summary>
    /// A car of the market that the tenant does not have, beside whatever it has; without a model where only the make is known. Null when
    /// none was named.
    /// </summary>
    public DeviceMention? VehicleNotOffered { get; init; }

    /// <summary>The same of a charge point.</summary>
    public DeviceMention? ChargePointNotOffered { get; init; }

    /// <summary>The customer charges from a socket, or has no charge point yet.</summary>
    public bool NoChargePoint { get; init; }

    /// <summary>The customer has no electric car: none yet, or one that burns fuel only.</summary>
    public bool NoEv { get; init; }

    /// <summary>A vehicle was named that the tenant's catalogue does not have.</summary>
    public bool UnknownEv { get; init; }

    /// <summary>There is a charge point, but the customer cannot tell which, or it is not in the catalogue.</summary>
    public bool UnknownChargePoint { get; init; }

    public UtteranceAct Act { get; init; }

    /// <summary>Set when <see cref="Act"/> is <see cref="UtteranceAct.Request"/>.</summary>
    public Request? Request { get; init; }
}
