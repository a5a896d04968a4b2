using System.Globalization;

namespace SmartFlexBot.Mutation;

/// <summary>What to try, from the command line.</summary>
internal sealed record Options(IReadOnlyList<Area> Areas, int Count, int Seed, string? Only, string Results, bool Keep, string? Again)
{
    /// <summary>Faults that no test of their area runs through are listed, all of them and not of the sample alone.</summary>
    public bool Uncovered { get; init; }

    public const string Help = """
        dotnet run --project tests/SmartFlexBot.Mutation -- [options]

        Do the tests notice? Copies the repository to a temporary folder, puts many small faults into it (a condition dropped, a comparison
        flipped or its edge moved, a call skipped, a fallback or an arm missing, another constant), builds once, and runs the tests of the
        same area with one fault of a random sample after the other. Prints a line for each that nobody noticed, and a table.

          --area NAME      web, kraken, channels, ...: one or several, with commas (all)
          --count N        faults to try in each area (30)
          --seed N         which ones (1)
          --only TEXT      faults of files whose path holds this text
          --results FILE   where the results go as JSON (artifacts/mutation.json)
          --keep           leaves the copy, to try a fault by hand: MUTANT=17 dotnet .../SmartFlexBot.Tests.dll -class ...
          --again FOLDER   tries faults of a copy that was kept, without building it
          --uncovered      lists what no test of the area runs through, all of it
          --help           this text
        """;

    /// <summary>Null when help is wanted.</summary>
    /// <exception cref="ArgumentException">An option is not known, or its value is wrong; the message is for the caller.</exception>
    public static Options? Parse(string[] arguments)
    {
        var options = new Options(Area.All, 30, 1, null, "artifacts/mutation.json", false, null);
        var words = new Queue<string>(arguments);
        while (words.TryDequeue(out var word))
        {
            switch (word)
            {
                case "--help": return null;
                case "--uncovered": options = options with { Uncovered = true }; break;
                case "--keep": options = options with { Keep = true }; break;
                case "--area": options = options with { Areas = [.. Value().Split(',').Select(Named)] }; break;
                case "--count": options = options with { Count = int.Parse(Value(), CultureInfo.InvariantCulture) }; break;
                case "--seed": options = options with { Seed = int.Parse(Value(), CultureInfo.InvariantCulture) }; break;
                case "--only": options = options with { Only = Value() }; break;
                case "--results": options = options with { Results = Value() }; break;
                case "--again": options = options with { Again = Value(), Keep = true }; break;
                default: throw new ArgumentException($"Unknown option {word}. See --help.");
            }

            string Value() => words.TryDequeue(out var value) ? value : throw new ArgumentException($"{word} needs a value. See --help.");
        }

        return options;
    }

    private static Area Named(string name) => Area.All.FirstOrDefault(area => area.Name == name)
        ?? throw new ArgumentException($"There is no area {name}. There are: {string.Join(", ", Area.All.Select(area => area.Name))}.");
}
