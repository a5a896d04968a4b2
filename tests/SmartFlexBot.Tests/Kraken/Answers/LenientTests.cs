using System.Text.Json;
using SmartFlexBot.Kraken.Answers;

namespace SmartFlexBot.Tests.Kraken.Answers;

/// <summary>Tenants write ids as numbers and amounts as texts; both are taken, and what is neither is not guessed.</summary>
public sealed class LenientTests
{
    [Theory]
    [InlineData("0.1234567890123456789", "0.1234567890123456789")]
    [InlineData("\"24.5\"", "24.5")]
    [InlineData("\"-3\"", "-3")]
    [InlineData("\"1,5\"", null)]
    [InlineData("\"1e3\"", null)]
    [InlineData("\" 5\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("1e300", null)]
    [InlineData("true", null)]
    [InlineData("{\"amount\":[1,2]}", null)]
    [InlineData("null", null)]
    public void An_amount(string json, string? expected)
    {
        var rate = JsonSerializer.Deserialize(
            $$"""{"results":[{"value_inc_vat":{{json}},"valid_from":"2026-01-01"}]}""", ProductsJson.Default.RatesPage)!.Results!.Single()!;

        rate.ValueIncVat.ShouldBe(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        rate.ValidFrom.ShouldBe("2026-01-01", "what follows is still read");
    }

    [Theory]
    [InlineData("\"7\"", "7")]
    [InlineData("7", "7")]
    [InlineData("-7", "-7")]
    [InlineData("null", null)]
    public void A_text(string json, string? expected) => Property(json).ShouldBe(expected);

    [Theory]
    [InlineData("7.5")]
    [InlineData("true")]
    [InlineData("{}")]
    public void What_is_no_text_and_no_whole_number_has_not_the_shape_of_the_schema(string json) =>
        Should.Throw<JsonException>(() => Property(json));

    [Theory]
    [InlineData("12.5", "{\"price\":12.5}")]
    [InlineData(null, "{\"price\":null}")]
    public void An_amount_is_written_as_a_number(string? amount, string expected)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("price");
            new LenientDecimal().Write(
                writer, amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), new());
            writer.WriteEndObject();
        }

        System.Text.Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(expected);
    }

    private static string? Property(string json) => JsonSerializer.Deserialize(
        $$$"""{"account":{"properties":[{"id":{{{json}}}}]}}""", KrakenJson.Default.AccountAnswer)!.Account!.Properties!.Single()!.Id;
}
