using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SmartFlexBot.BotFramework.Schema;

/// <summary>Activities as JSON: exact camelCase out, any casing in, nothing empty sent (rules A2004, A2005).</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 64)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IReadOnlyList<Activity>))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <exception cref="JsonException">The text is not JSON, not an object, or a known field has the wrong type.</exception>
    public static Activity Read(string json) =>
        JsonSerializer.Deserialize(json, Default.Activity) ?? throw new JsonException("An activity is a JSON object, not null.");

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Compact.Activity);

    public static Activity Copy(Activity activity) => Read(Write(activity));

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
                    property.ShouldSerialize = (_, value) => value is SuggestedActions { Actions.Count: > 0 };
                else if (property.PropertyType.IsGenericType && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
                    property.ShouldSerialize = (_, value) => value is IEnumerable list && list.Cast<object?>().Any();
            }
        }
    }
}
