using System.Net;

namespace SmartFlexBot.Tests.Web.Desk;

/// <summary>Agents sign in with the supplier's own provider.</summary>
public sealed class DeskProviderTests
{
    [Theory]
    [InlineData("agent", "/desk/overview", HttpStatusCode.Forbidden)]
    [InlineData("supervisor", "/desk/overview", HttpStatusCode.OK)]
    public async Task Whom_the_provider_gives_a_role_sits_at_the_desk(string role, string path, HttpStatusCode expected)
    {
        using var provider = new InventedProvider { Roles = ["something", role] };
        await using var host = await provider.StartHostAsync();
        var browser = host.NewBrowser();

        using var back = await provider.SignInAsync(browser);

        back.Headers.Location!.OriginalString.ShouldBe("/desk");
        (await browser.OpenAsync()).ShouldContain("Ana Agent");
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData()]
    [InlineData("Agent")]
    [InlineData("administrator")]
    public async Task Whom_it_gives_none_is_told_so_and_stays_outside(params string[] roles)
    {
        using var provider = new InventedProvider { Roles = roles };
        await using var host = await provider.StartHostAsync();
        var browser = host.NewBrowser();

        using var back = await provider.SignInAsync(browser);
        using var desk = await browser.GetAsync("/desk/queue");

        back.Headers.Location!.OriginalString.ShouldBe("/desk/sign-in?problem=role");
        desk.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_the_provider_did_not_sign_opens_nothing(bool isSigned)
    {
        using var provider = new InventedProvider { Roles = ["supervisor"], IsForged = isSigned, IsUnsigned = !isSigned };
        await using var host = await provider.StartHostAsync();
        var browser = host.NewBrowser();

        using var back = await provider.SignInAsync(browser);
        using var desk = await browser.GetAsync("/desk/queue");

        back.Headers.Location!.OriginalString.ShouldBe("/desk/sign-in?problem=failed");
        desk.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task With_a_provider_there_are_no_demo_agents_and_the_code_is_proved()
    {
        using var provider = new InventedProvider { Roles = ["agent"] };
        await using var host = await provider.StartHostAsync("Development");

        using var form = await host.NewBrowser().SignInAsync("sam", "");
        using var away = await host.NewBrowser().GetAsync("/desk/sign-in/go");

        form.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        host.Password.ShouldBeEmpty();
        away.Headers.Location!.Query.ShouldContain("code_challenge_method=S256");
        away.Headers.Location!.Query.ShouldContain(Uri.EscapeDataString("https://chat.example/desk/signed-in"));
    }
}
