namespace SmartFlexBot.Recognition.Words;

/// <summary>Phrases written short: "(you|u) can start (it|)" is four.</summary>
internal static class Alternatives
{
    public static IEnumerable<string> Of(string phrase)
    {
        var open = phrase.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return [phrase];
        }
        var close = phrase.IndexOf(')', open);
        if (close < 0)
        {
            throw new InvalidOperationException($"\"{phrase}\" opens a bracket and does not close it.");
        }
        var rest = Of(phrase[(close + 1)..]).ToList();
        return
            from choice in phrase[(open + 1)..close].Split('|')
            from end in rest
            select phrase[..open] + choice + end;
    }
}
