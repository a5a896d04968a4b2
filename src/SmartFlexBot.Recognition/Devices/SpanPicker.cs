namespace SmartFlexBot.Recognition.Devices;

/// <summary>
/// Chooses, among candidates that overlap, those that together explain the most: weighted interval scheduling over the tokens.
/// </summary>
internal static class SpanPicker
{
    public static List<Candidate> Pick(List<Candidate> candidates, int tokens)
    {
        var best = new int[tokens + 1];
        var taken = new Candidate?[tokens + 1];
        var byEnd = candidates.ToLookup(candidate => candidate.Span.End);
        for (var end = 1; end <= tokens; end++)
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
        for (var end = tokens; end > 0;)
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
