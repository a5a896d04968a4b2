using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Web.Page;
using SmartFlexBot.Web.SignIn;

namespace SmartFlexBot.Web.Files;

/// <summary>
/// GET /chat-files/{id}: what somebody sent along, for the browser that its chat runs in. The address alone opens nothing: it can be passed
/// on.
/// </summary>
internal static class ChatFileEndpoint
{
    public static void MapChatFiles(this IEndpointRouteBuilder app) => app.MapGet(DeskFileLinks.PathOf("{id}"), ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, string id, IDesk desk, ChatBrowser browser, PageTexts texts) =>
        await desk.FindFileAsync(id, context.RequestAborted) is { } file
            && await browser.RunsAsync(context, ConversationKey.Parse(file.Conversation))
                ? ChatFileAnswer.Of(context, file)
                : GonePage.Result(context, texts);
}
