using System.Text;

namespace SmartFlexBot.EndToEnd.Tests.BadInput;

/// <summary>Bodies that no well-meant client sends.</summary>
internal static class BadBodies
{
    public static IReadOnlyList<(string Name, byte[] Body)> All { get; } =
    [
        ("nothing", []),
        ("half an object", Text("{\"type\":\"message\",")),
        ("no JSON", Text("type=message&text=hi")),
        ("null", Text("null")),
        ("an array", Text("[1,2,3]")),
        ("a text", Text("\"message\"")),
        ("a number", Text("1e999")),
        ("numbers for texts", Text(
            "{\"type\":5,\"text\":7,\"locale\":1,\"customer\":2,\"query\":3,\"advance\":4,\"operation\":5,\"user\":6}")),
        ("objects for texts", Text(
            "{\"type\":{},\"text\":{},\"locale\":{},\"customer\":{},\"query\":{},\"advance\":{},\"operation\":{},\"accountNumber\":{}}")),
        ("texts for objects", Text(
            "{\"type\":\"message\",\"from\":\"x\",\"channelData\":\"x\",\"attachments\":\"x\",\"value\":[],"
            + "\"user\":\"x\",\"variables\":\"x\",\"pluggedIn\":\"x\"}")),
        ("an unknown type", Text("{\"type\":\"handoff/reverse\"}")),
        ("the runtime's own event", Text("{\"type\":\"event\",\"name\":\"command/result\",\"value\":{\"key\":\"x\",\"result\":\"{}\"}}")),
        ("half a surrogate pair", Text("{\"type\":\"message\",\"text\":\"\\ud83d\",\"locale\":\"\\ud83d\",\"query\":\"\\ud83d\"}")),
        ("the same name twice", Text("{\"type\":\"message\",\"type\":\"event\",\"locale\":\"en\",\"locale\":\"de\"}")),
        ("a thousand levels", Text(new string('[', 1000) + new string(']', 1000))),
        ("a deep object", Text(string.Concat(Enumerable.Repeat("{\"value\":", 500)) + "1" + new string('}', 500))),
        ("300 KB of text", Text($"{{\"type\":\"message\",\"text\":\"{new string('x', 300 * 1024)}\"}}")),
        ("300 KB of blanks", Text(new string(' ', 300 * 1024))),
        ("bytes by chance", Chance(length: 2000)),
        ("bytes by chance in a text", [.. Text("{\"type\":\"message\",\"text\":\""), .. Chance(length: 200), .. Text("\"}")]),
        ("zeros", new byte[64]),
    ];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Chance(int length)
    {
        var bytes = new byte[length];
        new Random(4711).NextBytes(bytes);
        return bytes;
    }
}
