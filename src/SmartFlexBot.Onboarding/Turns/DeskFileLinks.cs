using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>Where a file of a chat is: an address that leads to it in the chat's own browser alone.</summary>
public static class DeskFileLinks
{
    private const string Folder = "/chat-files/";

    public static string PathOf(string id) => $"{Folder}{id}";

    public static Attachment Of(ParcelFile file, PublicAddress address) => new()
    {
        ContentType = DeskFileTypes.MediaTypeOf(file.Type),
        Name = file.Name,
        ContentUrl = address.Of(PathOf(file.Id)),
    };

    /// <returns>Null for what leads to no such file.</returns>
    public static string? IdIn(string? contentUrl) =>
        Uri.TryCreate(contentUrl, UriKind.Absolute, out var url) && url.AbsolutePath.StartsWith(Folder, StringComparison.Ordinal)
            ? url.AbsolutePath[Folder.Length..]
            : null;
}
