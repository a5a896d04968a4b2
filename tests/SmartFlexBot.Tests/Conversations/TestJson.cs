using System.Text.Json.Serialization;

namespace SmartFlexBot.Tests.Conversations;

[JsonSerializable(typeof(List<string>))]
internal sealed partial class TestJson : JsonSerializerContext;
