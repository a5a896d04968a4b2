using System.Text.RegularExpressions;

namespace SmartFlexBot.Web.Hosting;

/// <summary>
/// A setting whose value is of the wrong kind: the binder's message names setting, value and type, and not what to write.
/// </summary>
internal static partial class UnreadableSetting
{
    public static string Sentence(string message) =>
        Parts().Match(message) is { Success: true } parts
            ? $"{parts.Groups["setting"].Value} is '{parts.Groups["value"].Value}'. {Advice(parts.Groups["type"].Value)}"
            : message;

    private static string Advice(string type) => type switch
    {
        "System.TimeSpan" => "Write a time like 00:00:08 (8 seconds) or 1.00:00:00 (a day).",
        "System.Boolean" => "Write true or false.",
        "System.Int32" or "System.Int64" => "Write a whole number.",
        "System.Double" or "System.Decimal" => "Write a number like 1.5.",
        "System.Uri" => "Write an address like https://www.example.com.",
        // Our own: a type's namespace begins with its room, and so does the assembly's name.
        _ => Type.GetType($"{type}, {string.Join('.', type.Split('.').Take(2))}") is { IsEnum: true } choices
            ? $"Write one of {string.Join(", ", Enum.GetNames(choices))}."
            : "That cannot be read.",
    };

    [GeneratedRegex("value '(?<value>.*)' at '(?<setting>.*)' to type '(?<type>.*)'", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
