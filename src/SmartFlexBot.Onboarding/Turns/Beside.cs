using System.Text.Json;
using SmartFlexBot.BotFramework;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>What came beside an activity and is in no log: the address of a sign-in, files, or accounts that were proved.</summary>
internal static class Beside
{
    public static string? AddressIn(ITurnContext context) =>
        context.ProtectedValue is { } value && !FileParcel.Is(value) && context.Activity.Name != OnboardingEvents.AccountProved
            ? value
            : null;

    public static IReadOnlyList<ParcelFile> FilesIn(ITurnContext context) =>
        context.ProtectedValue is { } value && FileParcel.Is(value)
            ? JsonSerializer.Deserialize(value, DeskJson.Default.FileParcel)?.Files ?? []
            : [];
}
