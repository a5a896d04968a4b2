using Microsoft.Playwright;

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>A customer's browser: its tabs share cookies.</summary>
internal sealed class ChatBrowser(IBrowserContext context) : IAsyncDisposable
{
    public IBrowserContext Context => context;

    public async Task<ChatPage> OpenChatAsync(Uri bot)
    {
        var page = new ChatPage(await context.NewPageAsync());
        await page.GoToAsync(bot);
        return page;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
