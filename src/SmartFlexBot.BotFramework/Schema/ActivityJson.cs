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
    MaxDepth = 64)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IReadOnlyList<Activity>))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <exception cref="JsonException">
    /// The text is not JSON, not an object, names a field twice, holds half a character, or a known field has the wrong type.
    /// </exception>
    public static Activity Read(string json)
    {
        RefuseHalfCharacters(json);
        try
        {
            return JsonSerializer.Deserialize(json, Default.Activity) ?? throw new JsonException("An activity is a JSON object, not null.");
        }
        catch (ArgumentException e)
        {
            // How System.Text.Json answers a name given twice inside a JsonNode, and a string that is no valid UTF-16.
            throw new JsonException(e.Message, e);
        }
    }

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Compact.Activity);

    public static Activity Copy(Activity activity) => Read(Write(activity));

    /// <summary>
    /// Half a surrogate pair ("\ud83d" alone) in data that is kept verbatim would be found only when it is written, too late to refuse.
    /// </summary>
    private static void RefuseHalfCharacters(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = Default.Options.MaxDepth });
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
    private static class Compact
    {
        public static readonly JsonTypeInfo<Activity> Activity = (JsonTypeInfo<Activity>)new JsonSerializerOptions(Default.Options)
        {
            TypeInfoResolver = Default.WithAddedModifier(OmitEmptyLists),
        }.GetTypeInfo(typeof(Activity));

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
