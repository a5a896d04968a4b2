namespace SmartFlexBot.Mutation;

/// <summary>From the sources to the outcomes: find, build once, look what each class of tests runs through, try the sample.</summary>
internal static class Trial
{
    public static async Task<IReadOnlyList<Outcome>> RunAsync(string repository, Options options, TextWriter log)
    {
        var copy = options.Again is { } kept ? new WorkingCopy(kept) : await WorkingCopy.OfAsync(repository);
        log.WriteLine($"The faults are in {copy.Folder}");
        var faults = options.Again is null ? await copy.BuildAsync(Find(copy.Folder, options), log.WriteLine) : copy.Built();
        using var tests = new Tests(copy.Folder);
        var looked = new Dictionary<string, TestClass?>();
        var outcomes = new List<Outcome>();
        foreach (var area in options.Areas)
        {
            var sample = Sample(faults, area, options);
            log.WriteLine($"{area.Name}: {sample.Count} of {faults.Count(fault => area.Holds(fault.File))} faults");
            var names = await tests.ClassesAsync(area);
            foreach (var name in names)
            {
                if (!looked.TryGetValue(name, out var look))
                {
                    looked[name] = look = await tests.LookAsync(name) ?? await tests.LookAsync(name);
                }

                if (look is null)
                {
                    log.WriteLine($"{name} fails without any fault, so it is left out.");
                }
            }

            var classes = names.Select(name => looked[name]).OfType<TestClass>().ToList();
            if (options.Uncovered)
            {
                Report.Uncovered(faults.Where(fault => area.Holds(fault.File) && !Covering(fault, faults, classes).Any()), log);
            }

            foreach (var fault in sample)
            {
                var outcome = await TryAsync(tests, area, fault, [.. Covering(fault, faults, classes)]);
                outcomes.Add(outcome);
                Report.Save(outcomes, options.Results);
                log.WriteLine(outcome);
            }
        }

        tests.Dispose();
        if (!options.Keep)
        {
            copy.Delete();
        }

        return outcomes;
    }

    /// <summary>
    /// What a process works out once was seen by the first class alone that came by: there, who runs through the rest of the file counts.
    /// </summary>
    private static IEnumerable<TestClass> Covering(Fault fault, IReadOnlyList<Fault> faults, IReadOnlyList<TestClass> classes)
    {
        var ids = fault.IsOnce ? faults.Where(other => other.File == fault.File).Select(other => other.Id).ToHashSet() : [fault.Id];
        return classes.Where(each => each.Covers.Overlaps(ids));
    }

    private static async Task<Outcome> TryAsync(Tests tests, Area area, Fault fault, IReadOnlyCollection<TestClass> classes)
    {
        var by = classes.Count == 0 ? null : await tests.NoticeAsync(fault, classes);
        return new Outcome(area.Name, fault, classes.Count > 0, by, by is null ? Equivalents.Of(fault) : null);
    }

    private static List<Fault> Find(string folder, Options options)
    {
        var files = Directory.EnumerateFiles(Path.Combine(folder, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)
            .Where(file => options.Areas.Any(area => area.Holds(file)));
        var found = files.SelectMany(file => FaultFinder.Find(file, File.ReadAllText(Path.Combine(folder, file))));
        return [.. found.Select((fault, index) => fault with { Id = index + 1 })];
    }

    private static List<Fault> Sample(IReadOnlyList<Fault> faults, Area area, Options options)
    {
        var candidates = faults.Where(fault => area.Holds(fault.File)
            && (options.Only is null || fault.File.Contains(options.Only, StringComparison.Ordinal))).ToArray();
        new Random(options.Seed).Shuffle(candidates);
        return [.. candidates.Take(options.Count)];
    }
}
