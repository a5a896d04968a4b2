using SmartFlexBot.KrakenSimulator.Accounts;
using SmartFlexBot.KrakenSimulator.Devices;
using SmartFlexBot.KrakenSimulator.Endpoint;
using SmartFlexBot.KrakenSimulator.Wizard;

namespace SmartFlexBot.KrakenSimulator.Provider;

/// <summary>Stands for the Tesla app when it adds a virtual key.</summary>
/// <remarks>
/// V1's address names no customer (the real one opens the app of whoever taps it), so this page then asks which car it is.
/// </remarks>
internal sealed class TeslaKeyPage(World world)
{
    public IResult Show(HttpContext http, string? car)
    {
        var owners = Owners(car);
        if (owners.Count == 0)
        {
            return HtmlPage.Show(http, "No Tesla is waiting for a key", "<p>Sign in with Tesla first, then open this page again.</p>");
        }

        var choices = string.Concat(owners.Select((account, index) => $"""
            <label><input type="radio" name="car" value="{HtmlPage.Encode(account.KeyToken)}"{(index == 0 ? " checked" : "")}>
            <span>{HtmlPage.Encode(account.FullName)}, {HtmlPage.Encode(account.Number)}</span></label>
            """));
        return HtmlPage.Show(http, "Tesla: add a virtual key?", $"""
            <p><strong>{HtmlPage.Encode(VirtualKeyView.KeyName)}</strong> wants to add a key, so that it can control charging.</p>
            <form method="post" action="{Links.TeslaKeyPath}">
            <fieldset><legend>Car of</legend>{choices}</fieldset>
            <div class="actions"><button class="primary">Approve</button></div>
            </form>
            """);
    }

    public async Task<IResult> ApproveAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        if (form?["car"].ToString() is not { Length: > 0 } car || Owners(car).SingleOrDefault() is not { } owner)
        {
            return HtmlPage.Show(http, "This link is not known", "<p>Please open the link from your chat once more.</p>",
                status: StatusCodes.Status404NotFound);
        }

        world.Change(owner.Number, null, (account, now) => CarChanges.Apply(account, known => known with { VirtualKey = true }, now));
        return HtmlPage.Show(http, "The key is added", "<p>You can close this page and go back to your chat.</p>");
    }

    /// <summary>The owner that a link names; or those whose Tesla lacks the key, the newest registration first.</summary>
    private List<Account> Owners(string? keyToken)
    {
        if (keyToken is not null)
        {
            return world.OwnerOf(keyToken) is { } number && world.Find(number) is { } owner && owner.KeyToken == keyToken ? [owner] : [];
        }

        return [.. world.All()
            .Select(account =>
                (Account: account, Tesla: account.Devices.LastOrDefault(device => device is { NeedsVirtualKey: true, IsRetired: false })))
            .Where(one => one.Tesla is not null && !one.Account.Car.VirtualKey)
            .OrderByDescending(one => one.Tesla!.RegisteredAt)
            .Select(one => one.Account)];
    }
}
