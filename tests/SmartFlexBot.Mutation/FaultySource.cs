using System.Globalization;
using System.Text;

namespace SmartFlexBot.Mutation;

/// <summary>One source file with all of its faults in it, none of which acts until MUTANT names it. Lines keep their numbers.</summary>
internal sealed class FaultySource
{
    private readonly Dictionary<Fault, (int Start, int End)> _places = [];

    public FaultySource(string text, IReadOnlyCollection<Fault> faults)
    {
        Text = Write(text, faults);
    }

    public string Text { get; }

    /// <summary>
    /// The faults to leave out so that an error at this place goes away: the innermost around it, else all of the members beside it.
    /// </summary>
    public IReadOnlyCollection<Fault> Blamed(int line, int column)
    {
        var position = 0;
        for (var number = 1; number < line; number++)
        {
            position = Text.IndexOf('\n', position) + 1;
        }

        position += column - 1;
        var around = _places.Where(place => place.Value.Start <= position && position < place.Value.End)
            .OrderBy(place => place.Value.End - place.Value.Start);
        if (around.FirstOrDefault().Key is { } innermost)
        {
            return [innermost];
        }

        var inOrder = _places.OrderBy(place => place.Value.Start).ToList();
        var before = inOrder.FindLast(place => place.Value.Start <= position).Key;
        var after = inOrder.Find(place => place.Value.Start > position).Key;
        return [.. _places.Keys.Where(fault => fault.Member == before?.Member || fault.Member == after?.Member)];
    }

    private string Write(string text, IReadOnlyCollection<Fault> faults)
    {
        var output = new StringBuilder();
        var outerFirst = faults.OrderBy(fault => fault.Start).ThenByDescending(fault => fault.End).ThenBy(fault => fault.Id).ToList();
        var open = new Stack<(Fault Fault, int Start)>();
        var next = 0;
        for (var position = 0; position <= text.Length; position++)
        {
            while (open.Count > 0 && open.Peek().Fault.End == position)
            {
                var (fault, start) = open.Pop();
                output.Append(Numbered(fault.After, fault.Id));
                _places[fault] = (start, output.Length);
            }

            for (; next < outerFirst.Count && outerFirst[next].Start == position; next++)
            {
                open.Push((outerFirst[next], output.Length));
                output.Append(Numbered(outerFirst[next].Before, outerFirst[next].Id));
            }

            if (position < text.Length)
            {
                output.Append(text[position]);
            }
        }

        return output.ToString();
    }

    private static string Numbered(string piece, int id) =>
        piece.Replace("Is(#)", $"Is({id.ToString(CultureInfo.InvariantCulture)})", StringComparison.Ordinal);
}
