using System.Text.Json;

namespace SmartFlexBot.Kraken.Client;

/// <summary>An answer before its data has a type.</summary>
internal abstract record KrakenReply
{
    private KrakenReply() { }

    /// <param name="Data">An object, or null.</param>
    public sealed record Answered(JsonElement? Data, IReadOnlyList<KrakenError> Errors) : KrakenReply
    {
        /// <summary>No root field has a value: with errors, the request as a whole was refused.</summary>
        public bool IsEmpty => Data is not { } data || data.EnumerateObject().All(root => root.Value.ValueKind == JsonValueKind.Null);
    }

    public sealed record Unavailable(string Reason, bool MayHaveBeenTaken) : KrakenReply;

    /// <summary>The error that says most: the first with a code, else the first.</summary>
    public static KrakenError MainError(IReadOnlyList<KrakenError> errors) =>
        errors.FirstOrDefault(error => error.Code is not null) ?? errors[0];
}
