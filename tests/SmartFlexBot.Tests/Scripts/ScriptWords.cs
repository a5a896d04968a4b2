using System.Globalization;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>How scripts write spans of time, cars, faults and counts.</summary>
internal static class ScriptWords
{
    /// <summary>"7 minutes", "1 day".</summary>
    public static TimeSpan Span(string words)
    {
        var parts = words.Split(' ');
        var count = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts[1].TrimEnd('s') switch
        {
            "second" => TimeSpan.FromSeconds(count),
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            var unit => throw new ScriptException($"There is no unit \"{unit}\"."),
        };
    }

    /// <summary>"at home, plugged in, charge 55".</summary>
    public static JsonObject Car(string words)
    {
        var car = new JsonObject();
        foreach (var word in words.Split(',', StringSplitOptions.TrimEntries))
        {
            (string name, JsonNode value) = word switch
            {
                "plugged in" => ("pluggedIn", JsonValue.Create(true)),
                "unplugged" => ("pluggedIn", JsonValue.Create(false)),
                "at home" => ("atHome", JsonValue.Create(true)),
                "away" => ("atHome", JsonValue.Create(false)),
                "charging" => ("charging", JsonValue.Create(true)),
                "not charging" => ("charging", JsonValue.Create(false)),
                _ when word.StartsWith("charge ", StringComparison.Ordinal) =>
                    ("stateOfCharge", JsonValue.Create(int.Parse(word[7..], CultureInfo.InvariantCulture))),
                _ => throw new ScriptException($"A car can't be \"{word}\"."),
            };
            car[name] = value;
        }

        return car;
    }

    /// <summary>"Dacia Spring".</summary>
    public static JsonObject Device(string words)
    {
        var (make, model) = (words.Split(' ', 2)[0], words.Split(' ', 2)[1]);
        return new() { ["make"] = make, ["model"] = model };
    }

    /// <summary>"deviceRegistration dropAnswer", "* httpStatus 503 times 3", "devices error KT-CT-4376".</summary>
    public static JsonObject Fault(string words, string account)
    {
        var parts = words.Split(' ').ToList();
        var times = parts.IndexOf("times");
        var fault = new JsonObject { ["operation"] = parts[0], ["kind"] = parts[1] };
        if (times >= 0)
        {
            fault["times"] = int.Parse(parts[times + 1], CultureInfo.InvariantCulture);
        }

        if (parts[0] != "*")
        {
            fault["account"] = account;
        }

        var detail = parts.Count > 2 && times != 2 ? parts[2] : null;
        switch (parts[1])
        {
            case "httpStatus": fault["status"] = int.Parse(detail!, CultureInfo.InvariantCulture); break;
            case "error": fault["code"] = detail; break;
            case "late" or "slow": fault["delay"] = detail; break;
        }

        return fault;
    }

    /// <summary>"deviceRegistration 1, triggerTestCharge 0".</summary>
    public static IEnumerable<(string Name, int Count)> Counts(string words) => words.Split(',', StringSplitOptions.TrimEntries)
        .Select(word => word.Split(' '))
        .Select(parts => (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture)));
}
