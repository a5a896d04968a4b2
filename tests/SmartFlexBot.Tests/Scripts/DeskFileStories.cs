using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartFlexBot.Conversations.Accounts;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>Files between a customer's browser and the desk, through all of the bot.</summary>
public sealed class DeskFileStories
{
    private static readonly DeskAgent Ana = new("ana@example.com", "Ana", [], IsSupervisor: false);
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Guide = Encoding.ASCII.GetBytes("%PDF-1.7 a guide");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_go_both_ways_within_limits_and_only_the_desk_and_the_chats_own_browser_get_them()
    {
        await using var script = await Script.StartAsync("Wizard");
        var (desk, id) = await ClaimedAsync(script);
        var client = (await script.TabAsync("1")).Client;

        (await Should.ThrowAsync<ScriptException>(() => client.UploadAsync("car.png", Encoding.ASCII.GetBytes("<svg onload=alert(1)>"))))
            .Message.ShouldContain("answered 415");
        await client.UploadAsync("C:\\car.exe", Picture);
        await desk.SendFileAsync(Ana, id, "f1", "guide.pdf", Guide, Now);
        (await desk.SendFileAsync(Ana, id, "f1", "guide.pdf", Guide, Now)).ShouldBeOfType<DeskAnswer.Done>("and once is once");
        (await desk.SendFileAsync(Ana, id, "f2", "guide.html", Encoding.ASCII.GetBytes("<html>"), Now))
            .ShouldBeOfType<DeskAnswer.Refused>().Why.ShouldBe(DeskRefusal.NoFile);

        var thread = await desk.ReadThreadAsync(id, 0, Now);
        var files = thread.SelectMany(line => line.Files).ToList();
        files.Select(file => (file.Name, file.IsPicture)).ShouldBe([("car.png", true), ("guide.pdf", false)]);
        (await desk.FindFileAsync(files[0].Id!, Now))!.Content.ShouldBe(Picture);
        (await desk.ReadPackAsync(id, "en", Now))!.Sections.Single(section => section.Id == "files").Rows.Select(row => row.Value)
            .ShouldBe(["car.png, 1 KB", "guide.pdf, 1 KB"]);

        var address = new Uri(script.Host.Address, $"/chat-files/{files[1].Id}");
        using (var strangers = await script.Host.Http.GetAsync(address, Now))
        {
            strangers.StatusCode.ShouldBe(HttpStatusCode.NotFound, "the address alone opens nothing");
        }

        using var own = await script.Browser.GetAsync(address);
        (await own.Content.ReadAsByteArrayAsync(Now)).ShouldBe(Guide);
        own.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        own.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (own.Headers.GetValues("Content-Security-Policy").Single(), own.Headers.GetValues("X-Content-Type-Options").Single())
            .ShouldBe(("default-src 'none'; sandbox", "nosniff"));
    }

    [Fact]
    public async Task A_file_is_in_the_export_and_goes_with_the_account_and_after_its_time()
    {
        await using var script = await Script.StartAsync("Wizard");
        var (desk, id) = await ClaimedAsync(script);
        await (await script.TabAsync("1")).Client.UploadAsync("car.png", Picture);
        await script.SayAsync("that is my car");
        var file = (await desk.ReadThreadAsync(id, 0, Now)).SelectMany(line => line.Files).ShouldHaveSingleItem();
        var data = script.Host.Services.GetRequiredService<AccountData>();

        (await data.ExportAsync(script.Account)).Records.Single(record => record.Kind == DeskFile.RecordKind)
            .Content!["content"]!.GetValue<string>().ShouldBe(Convert.ToBase64String(Picture));
        script.Host.HasStored("car.png").ShouldBeFalse("nor can it be read in the database");
        script.Host.Clock.Advance(TimeSpan.FromDays(31));
        (await desk.FindFileAsync(file.Id!, Now)).ShouldBeNull();
        await data.EraseAsync(script.Account, thorough: false);

        (await data.ExportAsync(script.Account)).Records.ShouldBeEmpty();
    }

    private static async Task<(IDesk Desk, string Id)> ClaimedAsync(Script script)
    {
        var desk = script.Host.Services.GetRequiredService<IDesk>();
        await desk.AttendAsync(Ana, DeskPresence.Available, capacity: 5, Now);
        await (await script.TabAsync("1")).Client.RunInAsync(script.Browser);
        await script.SayAsync("I want to talk to a person");
        var id = (await desk.ReadBoardAsync(Now)).Waiting.ShouldHaveSingleItem().Id;
        await desk.ActAsync(Ana, id, "c1", new DeskAct.Claim(), Now);
        return (desk, id);
    }
}
