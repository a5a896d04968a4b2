using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Web.Page.Sessions;

namespace SmartFlexBot.Web.SignIn;

/// <summary>
/// Whether a link was opened in the browser that its chat runs in. A link alone proves nothing: it can be passed on. A cookie of this
/// host cannot: our own page's session, or, for a chat on the supplier's page, the one that Direct Line's getsessionid sets. A browser
/// that keeps no such cookie (an embedded chat on another site, a phone that scanned a QR code) is asked first.
/// </summary>
internal sealed class ChatBrowser(SessionCookie page, IDirectLineBrowsers embedded)
{
    public Task<bool> IsOwnAsync(HttpContext http, Ticket ticket) => RunsAsync(http, ConversationKey.Parse(ticket.Conversation));

    /// <summary>That chat runs in this browser.</summary>
    public async Task<bool> RunsAsync(HttpContext http, ConversationKey chat) =>
        chat.ChannelId == DirectLineChannel.Id
            && (page.Read(http)?.ConversationId == chat.ConversationId
                || await embedded.FindConversationAsync(http.Request) == chat.ConversationId);
}
