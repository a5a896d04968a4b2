using Microsoft.AspNetCore.Http;

namespace SmartFlexBot.Channels.DirectLine;

/// <summary>Knows the browser that a chat runs in, wherever its page is: by a cookie of this host.</summary>
public interface IDirectLineBrowsers
{
    /// <returns>
    /// The conversation whose token this browser has shown to getsessionid; null when there is none, or its session is over.
    /// </returns>
    Task<string?> FindConversationAsync(HttpRequest request);
}
