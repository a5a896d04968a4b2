using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SmartFlexBot.BotFramework.Schema;

/// <summary>Activities as JSON: exact camelCase out, any casing in, nothing empty sent (rules A2004, A2005).</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = MaximumDepth)]
[JsonSerializable(typeof(Activity))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>How deep an activity may be nested that we write, keep and read again.</summary>
    public const int MaximumDepth = 64;

    /// <summary>
    /// How deep one may be that comes from outside, by whatever way. Far below what is written out: what was taken in goes into a
    /// state, a page of the log, a frame, and each of them adds levels of its own.
    /// </summary>
    public const int MaximumInboundDepth = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads what we wrote.</summary>
    /// <exception cref="JsonException">
    /// The text is not JSON, not an object, names a field twice, holds half a character, or a known field has the wrong type.
    /// </exception>
    public static Activity Read(string json)
    {
        try
        {
            return Read(StrictUtf8.GetBytes(json), Default.Activity);
        }
        catch (EncoderFallbackException e)
        {
            throw new JsonException("The text holds half of a surrogate pair.", e);
        }
    }

    /// <summary>Reads what somebody else wrote, as UTF-8: once, for what is read here can be written again.</summary>
    /// <exception cref="JsonException">As above, or it is nested deeper than <see cref="MaximumInboundDepth"/>.</exception>
    public static Activity ReadInbound(ReadOnlySpan<byte> json) => Read(json, Forms.Inbound);

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Forms.Compact);

    public static Activity Copy(Activity activity) => Read(Write(activity));

    private static Activity Read(ReadOnlySpan<byte> json, JsonTypeInfo<Activity> form)
    {
        RefuseHalfCharacters(json, form.Options.MaxDepth);
        try
        {
            return JsonSerializer.Deserialize(json, form) ?? throw new JsonException("An activity is a JSON object, not null.");
        }
        catch (ArgumentException e)
        {
            // How System.Text.Json answers a name given twice inside a JsonNode.
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>
    /// Half a surrogate pair ("\ud83d" alone) in data that is kept verbatim would be found only when it is written, too late to refuse.
    /// </summary>
    private static void RefuseHalfCharacters(ReadOnlySpan<byte> json, int maximumDepth)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maximumDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A text holds half of a surrogate pair.");
        }
    }

    /// <summary>A type of its own: statics of this one may be set before the generated <see cref="Default"/>.</summary>
    private static class Forms
    {
        public static readonly JsonTypeInfo<Activity> Inbound = Of(new(Default.Options) { MaxDepth = MaximumInboundDepth });

        public static readonly JsonTypeInfo<Activity> Compact =
            Of(new(Default.Options) { TypeInfoResolver = Default.WithAddedModifier(OmitEmptyLists) });

        private static JsonTypeInfo<Activity> Of(JsonSerializerOptions options) =>
            (JsonTypeInfo<Activity>)options.GetTypeInfo(typeof(Activity));

        private static void OmitEmptyLists(JsonTypeInfo type)
        {
            foreach (var property in type.Properties.Where(property => !property.IsExtensionData))
            {
                if (property.PropertyType == typeof(SuggestedActions))
                {
                    property.ShouldSerialize = (_, value) => value is SuggestedActions { Actions.Count: > 0 };
                }
                else if (property.PropertyType.IsGenericType && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
                {
                    property.ShouldSerialize = (_, value) => value is IEnumerable list && list.Cast<object?>().Any();
                }
            }
        }
    }
}
