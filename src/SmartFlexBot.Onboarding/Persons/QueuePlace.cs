using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Turns;

namespace SmartFlexBot.Onboarding.Persons;

/// <summary>A place in the queue is told where it is true at this moment, and not at all elsewhere.</summary>
internal sealed class QueuePlace(Voice voice, Attendance attendance)
{
    /// <returns>The text, and the place behind it where one can be told.</returns>
    public string Beside(string key, HandOver handOver)
    {
        var text = voice.Text(key);
        return attendance.Ahead(handOver) switch
        {
            null => text,
            0 => $"{text} {voice.Text("handover.place.next")}",
            { } ahead => $"{text} {voice.Text("handover.place", ("ahead", ahead))}",
        };
    }
}
