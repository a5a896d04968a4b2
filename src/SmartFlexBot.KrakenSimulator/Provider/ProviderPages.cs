using SmartFlexBot.KrakenSimulator.Endpoint;

namespace SmartFlexBot.KrakenSimulator.Provider;

/// <summary>The pages that a customer's browser opens outside the chat.</summary>
internal static class ProviderPages
{
    private const string Prefix = "/simulator";

    public static void MapProviderPages(this IEndpointRouteBuilder simulator)
    {
        simulator.MapGet(
            Links.AuthorizePath[Prefix.Length..], (HttpContext http, AuthorizePage page, string? state) => page.Show(http, state));
        simulator.MapPost(Links.AuthorizePath[Prefix.Length..], (HttpContext http, AuthorizePage page) => page.DecideAsync(http));
        simulator.MapGet(Links.TeslaKeyPath[Prefix.Length..], (HttpContext http, TeslaKeyPage page, string? car) => page.Show(http, car));
        simulator.MapPost(Links.TeslaKeyPath[Prefix.Length..], (HttpContext http, TeslaKeyPage page) => page.ApproveAsync(http));
        simulator.MapGet(Links.TenantReturnPath[Prefix.Length..], (HttpContext http) => HtmlPage.Show(http, "Almost done", """
            <p>Please copy the whole address of this page and paste it in the chat. The chat then goes on.</p>
            <p class="soft">The address holds a code that works once.</p>
            """));
    }
}
