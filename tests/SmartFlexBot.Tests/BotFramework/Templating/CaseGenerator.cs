using System.Globalization;
using System.Text.Json.Nodes;

namespace SmartFlexBot.Tests.BotFramework.Templating;

/// <summary>
/// Random templates with data that fits them, inside the part of the language where the reference gives a result (its crashes
/// and lost values are in <see cref="DeliberateDifferencesTests"/>).
/// </summary>
public sealed class CaseGenerator(int seed)
{
    private static readonly string[] Texts = ["", "Ada", "x y", "${n}", "a\"b", "c\\d", "it's", "{}", "`", "Zoë", "]},{", "\\${t}", "1"];

    private readonly Random _random = new(seed);

    // Inside a repeated row the plain names are the row's own; the outer ones need $root.
    private bool _inRow;

    public GoldenCase Next(int number)
    {
        _inRow = false;
        return new GoldenCase($"generated {seed}/{number}", Template(3), Data());
    }

    private JsonObject Data() => new()
    {
        ["n"] = Number(),
        ["m"] = Number(),
        ["s"] = Pick(Texts),
        ["t"] = Pick(Texts),
        ["yes"] = true,
        ["no"] = Chance(2),
        ["z"] = null,
        ["o"] = new JsonObject
        {
            ["n"] = Number(),
            ["s"] = Pick(Texts),
            ["b c"] = Pick(Texts),
            ["deep"] = new JsonObject { ["n"] = Number() },
        },
        ["list"] = new JsonArray(Number(), Number(), Number()),
        ["rows"] = new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Row())]),
    };

    private JsonObject Row() =>
        new() { ["n"] = Number(), ["s"] = Pick(Texts), ["yes"] = Chance(2), ["list"] = new JsonArray(Number(), Number()) };

    private JsonObject Template(int depth)
    {
        var template = new JsonObject();
        for (var at = _random.Next(1, 4); at > 0; at--)
        {
            template[$"p{at}"] = depth == 0 ? Text() : Node(depth - 1);
        }

        return template;
    }

    private JsonNode? Node(int depth) => _random.Next(8) switch
    {
        0 => Template(depth),
        1 => new JsonArray(Node(Math.Max(0, depth - 1)), Conditional(depth), Text()),
        2 or 3 when !_inRow => new JsonArray(Repeated(depth), Text()),
        4 when !_inRow => Repeated(depth),
        5 => Conditional(depth),
        6 => Pick<JsonNode?>([1, true, "fixed", null]),
        _ => Text(),
    };

    private JsonObject Conditional(int depth)
    {
        var template = Template(Math.Max(0, depth - 1));
        template["$when"] = $"${{{Condition(2)}}}";
        return template;
    }

    private JsonObject Repeated(int depth)
    {
        _inRow = true;
        var template = Chance(2) ? Conditional(depth) : Template(depth);
        template["i"] = "${$index}";
        template["inner"] = new JsonArray(new JsonObject { ["$data"] = "${list}", ["v"] = "${$data} of ${$index}" });
        _inRow = false;
        template["$data"] = Pick(["${rows}", "${$root.rows}", "${ if(yes, rows, list) }"]);
        return template;
    }

    private JsonNode Text() => _random.Next(3) switch
    {
        0 => $"${{{Space()}{Value()}{Space()}}}",
        1 => $"{Pick(["Hi ", "\\$", "a\\b ", "{"])}${{{Value()}}}",
        _ => $"${{{Scalar()}}}{Pick(["", ", ", " $5 "])}${{{Value()}}} end",
    };

    private string Value() => Chance(4) ? Missing() : Scalar();

    private string Scalar() => _random.Next(3) switch { 0 => Numeric(2), 1 => Textual(2), _ => Condition(2) };

    private string Numeric(int depth) => _random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => "n",
        1 => $"{Outer}m",
        2 => $"{Outer}o.deep.n",
        3 => $"list[{_random.Next(2)}]",
        4 => _random.Next(100).ToString(CultureInfo.InvariantCulture),
        5 => "-2.5",
        6 => $"if({Condition(depth - 1)},{Space()}{Numeric(depth - 1)}, {Numeric(depth - 1)})",
        _ => $"({Numeric(depth - 1)})",
    };

    private string Textual(int depth) => _random.Next(depth > 0 ? 6 : 5) switch
    {
        0 => "s",
        1 => $"{Outer}t",
        2 => $"{Outer}o['b c']",
        3 => Pick(["'lit'", "\"dq\"", "'it\\'s'", "'a\\\\b'", "'}'", "'${n}'"]),
        4 => $"{Outer}O.S",
        _ => $"if({Condition(depth - 1)}, {Textual(depth - 1)}, {Textual(depth - 1)})",
    };

    private string Condition(int depth) => _random.Next(depth > 0 ? 11 : 4) switch
    {
        0 => "yes",
        1 => $"{Outer}no",
        2 => $"{Missing()} {Pick(["==", "!="])} {Pick(["null", $"{Outer}z", "1", "'x'"])}",
        3 => $"{Missing()} {Pick(["<", ">="])} 5",
        4 => $"{Numeric(depth - 1)}{Space()}{Pick(["<", "<=", ">", ">=", "==", "!="])}{Space()}{Numeric(depth - 1)}",
        5 => $"{Textual(depth - 1)} {Pick(["<", "<=", ">", ">=", "==", "!="])} {Textual(depth - 1)}",
        6 => $"!{Pick([Missing(), "yes", "n", $"({Condition(depth - 1)})"])}",
        7 or 8 => $"{Condition(depth - 1)} {Pick(["&&", "||"])} {Condition(depth - 1)}",
        9 => $"({Condition(depth - 1)}){Space()}{Pick(["&&", "||"])} !({Condition(depth - 1)})",
        _ => $"{Outer}o == $root.{Pick(["o", "o.deep", "list"])}",
    };

    private string Missing() => Pick(["nope", "nope.x.y", "s.x", "$root.nope", "$data.nope", $"{Outer}o.nope", $"{Outer}list[9].x"]);

    private string Outer => _inRow ? "$root." : Chance(4) ? "$root." : "";

    private JsonNode Number() => Chance(3) ? _random.Next(-20, 20) / 4m : _random.Next(-5, 5);

    private string Space() => Chance(3) ? " " : "";

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
