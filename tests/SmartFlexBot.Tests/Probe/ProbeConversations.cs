using SmartFlexBot.ProbeBot;

namespace SmartFlexBot.Tests.Probe;

internal static class ProbeConversations
{
    /// <summary>Each was said once, from the greeting to the end, and answered once, in order.</summary>
    public static void ShouldAllBeWhole(this (string Role, string Text)[][] conversations)
    {
        foreach (var said in conversations)
        {
            said.Where(entry => entry.Role == "user").Select(entry => entry.Text).ShouldBe(SixPromptsBot.Answers);
            said.Where(entry => entry.Role == "bot").Select(entry => entry.Text).ShouldBe(SixPromptsBot.Replies);
        }
    }
}
