namespace SmartFlexBot.Recognition.Devices;

/// <summary>Chooses, among candidates that overlap, those that together explain the most: weighted interval scheduling over the atoms.</summary>
internal static class SpanPicker
{
    public static List<Candidate> Pick(List<Candidate> candidates, int atoms)
    {
        var best = new int[atoms + 1];
        var taken = new Candidate?[atoms + 1];
        var byEnd = candidates.ToLookup(candidate => candidate.Span.End);
        for (var end = 1; end <= atoms; end++)
        {
            best[end] = best[end - 1];
            foreach (var candidate in byEnd[end])
            {
                var score = best[candidate.Span.Start] + candidate.Score;
                if (score > best[end])
                {
                    best[end] = score;
                    taken[end] = candidate;
                }
            }
        }
        var picked = new List<Candidate>();
        for (var end = atoms; end > 0;)
        {
            if (taken[end] is { } candidate)
            {
                picked.Add(candidate);
                end = candidate.Span.Start;
            }
            else
            {
                end--;
            }
        }
        picked.Reverse();
        return picked;
    }
}
