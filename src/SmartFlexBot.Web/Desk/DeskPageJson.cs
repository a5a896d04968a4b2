using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.Web.Desk.Acts;
using SmartFlexBot.Web.Desk.Stream;

namespace SmartFlexBot.Web.Desk;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(ActRequest))]
[JsonSerializable(typeof(ActAnswer))]
[JsonSerializable(typeof(ChoiceRequest))]
[JsonSerializable(typeof(StreamChange))]
internal sealed partial class DeskPageJson : JsonSerializerContext;
