using SmartFlexBot.BotFramework.Dialogs;
using SmartFlexBot.Onboarding.Bot;

namespace SmartFlexBot.Onboarding.Steps;

/// <summary>A choice from a short list, pressed or typed.</summary>
/// <param name="Id">What the button carries.</param>
/// <param name="Title">What it says, and what can be typed.</param>
internal sealed record Choosable(string Id, string Title);
