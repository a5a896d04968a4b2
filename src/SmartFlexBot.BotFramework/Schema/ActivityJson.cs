using System.Text.Json;
using System.Text.Json.Serialization;

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

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Default.Activity);

    public static Activity Copy(Activity activity) => Read(Write(activity));
}
