using GraphQL;

namespace SmartFlexBot.KrakenSimulator.Endpoint;

/// <summary>A failure as Kraken tells it: HTTP 200 and an entry in <c>errors</c> whose extensions hold the code.</summary>
internal sealed class KrakenError : ExecutionError
{
    private KrakenError(KrakenErrorText text, IReadOnlyList<string>? reasons) : base(text.Message)
    {
        Details = new Dictionary<string, object?>
        {
            ["errorType"] = text.Type,
            ["errorDescription"] = text.Description,
            ["errorCode"] = text.Code,
        };
        if (reasons is { Count: > 0 })
        {
            Details[text.Code == "KT-CT-4357" ? "boostChargeRefusalReasons" : "testChargeRefusalReasons"] = reasons;
        }
    }

    /// <summary>The error's <c>extensions</c>.</summary>
    public IDictionary<string, object?> Details { get; }

    /// <param name="code">Such as KT-CT-4375; one without a known text gets a neutral one.</param>
    /// <param name="reasons">Refusal reasons, for the codes that carry them.</param>
    public static KrakenError Of(string code, IReadOnlyList<string>? reasons = null) => new(KrakenErrorText.For(code), reasons);
}
