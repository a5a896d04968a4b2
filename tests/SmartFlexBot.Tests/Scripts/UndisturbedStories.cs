using System.Collections.Concurrent;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>How often Kraken is sent each mutation when all goes well: each story is played once.</summary>
public sealed class UndisturbedStories
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Dictionary<string, int>>>> _counts = [];

    internal Task<Dictionary<string, int>> CountsAsync(MutationStory story) =>
        _counts.GetOrAdd(story.Name, _ => new(() => PlayAsync(story))).Value;

    private static async Task<Dictionary<string, int>> PlayAsync(MutationStory story)
    {
        await using var script = await story.PlayAsync(trouble: null);
        return await script.CountsAsync();
    }
}
