using SmartFlexBot.Conversations.Store;

namespace SmartFlexBot.Tests.Conversations.Store;

public sealed class SystemEventTests
{
    [Theory]
    [InlineData("""{"id":7}""", """{"id":7}""")]
    [InlineData("\"live\"", "\"live\"")]
    [InlineData("no JSON", "\"no JSON\"")]
    [InlineData(null, null)]
    public void It_says_what_happened_to_what(string? told, string? value)
    {
        var activity = SystemEvent.Create("command/result", "register", "k1", "result", told);

        (activity.Type, activity.Name).ShouldBe(("event", "command/result"));
        (activity.Value!["kind"]!.GetValue<string>(), activity.Value["key"]!.GetValue<string>()).ShouldBe(("register", "k1"));
        activity.Value["result"]?.ToJsonString().ShouldBe(value);
    }
}
