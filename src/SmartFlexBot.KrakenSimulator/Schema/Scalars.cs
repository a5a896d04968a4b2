using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace SmartFlexBot.KrakenSimulator.Schema;

/// <summary>Kraken sends decimals as JSON strings, and accepts strings and numbers.</summary>
internal sealed class KrakenDecimal : ScalarGraphType
{
    public KrakenDecimal() => Name = "Decimal";

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue(text.Value.ToString()),
        GraphQLIntValue number => ParseValue(number.Value.ToString()),
        GraphQLFloatValue number => ParseValue(number.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        string => ThrowValueConversionError(value),
        IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) =>
        value is null ? null : ((IConvertible)value).ToDecimal(CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A moment, as ISO 8601 in UTC.</summary>
internal sealed class KrakenDateTime : ScalarGraphType
{
    public KrakenDateTime() => Name = "DateTime";

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) =>
            moment,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };
}

/// <summary>A scalar whose values pass through as they are: Date, Time, JSONString and GenericScalar.</summary>
internal sealed class PassThroughScalar : ScalarGraphType
{
    public PassThroughScalar(string name) => Name = name;

    public override object? ParseValue(object? value) => value;

    public override object? Serialize(object? value) => value;
}
