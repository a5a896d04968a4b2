using System.Text.Json;

namespace SmartFlexBot.Kraken.Answers;

internal sealed record TokenAnswer(ObtainedToken? ObtainKrakenToken);

internal sealed record ObtainedToken(string? Token, JsonElement Payload, string? RefreshToken, long? RefreshExpiresIn);

internal sealed record IntrospectionAnswer(
    SchemaAnswer? Schema, TypeAnswer? Step, TypeAnswer? List, TypeAnswer? Item, TypeAnswer? Device, TypeAnswer? Status);

internal sealed record SchemaAnswer(TypeAnswer? QueryType, TypeAnswer? MutationType);

internal sealed record TypeAnswer(string? Name, IReadOnlyList<FieldAnswer>? Fields, IReadOnlyList<TypeAnswer>? PossibleTypes);

internal sealed record FieldAnswer(string? Name, IReadOnlyList<ArgumentAnswer>? Args);

internal sealed record ArgumentAnswer(string? Name);
