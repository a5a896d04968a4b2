using System.Globalization;

namespace SmartFlexBot.Kraken.Client;

/// <summary>One entry of an answer's <c>errors</c>.</summary>
/// <param name="Code">extensions.errorCode, such as "KT-CT-4372"; null for faults of the GraphQL layer itself.</param>
/// <param name="Type">extensions.errorType: APPLICATION, VALIDATION, NOT_FOUND, AUTHORIZATION or SERVICE_AVAILABILITY.</param>
/// <param name="Message">For people; never logged, because it may repeat what was sent.</param>
/// <param name="TestChargeRefusalReasons">Of KT-CT-4355, with their "TC_" prefix.</param>
/// <param name="Root">The first part of the path: the name or alias of the root field; null when the error belongs to none.</param>
public sealed record KrakenError(
    string? Code, string? Type, string Message, IReadOnlyList<string> TestChargeRefusalReasons, string? Root)
{
    /// <summary>By which Kraken's own people find the request; null when the answer names none.</summary>
    public string? RequestId { get; init; }

    private const string CorePrefix = "KT-CT-";

    /// <summary>The number in "KT-CT-4372" (core codes only); 0 when there is none.</summary>
    public int CoreNumber => Code is not null
        && Code.StartsWith(CorePrefix, StringComparison.Ordinal)
        && int.TryParse(Code.AsSpan(CorePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    /// <summary>The request named something that this tenant's schema does not have; such a request is never executed.</summary>
    public bool IsUnknownToTenant => Code is null && Root is null && UnknownMessages.Any(Begins);

    private bool Begins(string beginning) => Message.StartsWith(beginning, StringComparison.Ordinal);

    // The texts of graphql-core, which Kraken runs on.
    private static readonly string[] UnknownMessages =
        ["Cannot query field ", "Unknown argument ", "Unknown type ", "Unknown fragment "];
}
