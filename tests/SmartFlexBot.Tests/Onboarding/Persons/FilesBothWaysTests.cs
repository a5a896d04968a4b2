using System.Text.Json;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.HandOvers;

namespace SmartFlexBot.Tests.Onboarding.Persons;

/// <summary>Pictures and documents between customers and agents: kept where a person looks at them, and nowhere else.</summary>
public sealed class FilesBothWaysTests
{
    private int _files;

    [Fact]
    public async Task What_a_customer_sends_to_a_person_is_kept_for_its_time_and_the_bot_says_nothing()
    {
        var desk = await DeskChat.ClaimedAsync();

        (await SendAsync(desk, "car.png")).ShouldBeEmpty();

        var file = desk.Open!.Files.ShouldHaveSingleItem();
        (file.Name, file.Type, file.Size, file.By).ShouldBe(("car.png", DeskFileType.Png, 3, null));
        desk.Open.IsUnanswered.ShouldBeTrue("the customer waits for an answer to it");
        var kept = desk.Chat.Effects.Written.Single(record => record.Kind == DeskFile.RecordKind);
        kept.ExpiresAt.ShouldBe(desk.Chat.Time.GetUtcNow().AddDays(30));
        var content = JsonSerializer.Deserialize(kept.Json!, DeskJson.Default.DeskFile)!;
        (content.HandOverId, content.Conversation).ShouldBe((desk.Open.Id, "directline|c-1"));
        content.Content.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Who_waits_for_a_person_can_send_one_too()
    {
        var desk = await DeskChat.WaitingAsync();

        await SendAsync(desk, "meter.jpg");

        desk.Open!.Files.ShouldHaveSingleItem().Name.ShouldBe("meter.jpg");
    }

    [Fact]
    public async Task The_bot_keeps_none_and_says_kindly_that_it_cannot_read_files()
    {
        var desk = await DeskChat.ClaimedAsync();
        await desk.ActAsync(DeskChat.Ana, new DeskAct.End(HandOverOutcome.Solved));

        (await SendAsync(desk, "late.png")).ShouldBe([Chat.Text("file")], "it was on its way when the chat was handed back");

        desk.Chat.Effects.Records.ShouldNotContain(record => record.Kind == DeskFile.RecordKind);
    }

    [Fact]
    public async Task An_agents_file_reaches_the_customer_from_a_person_and_is_an_answer()
    {
        var desk = await DeskChat.ClaimedAsync();
        await desk.Chat.SayAsync("How do I plug it in?");

        await desk.ActAsync(DeskChat.Ana, new DeskAct.SendFile(), parcel: Parcel("guide.pdf"));

        var sent = desk.Chat.Effects.Sent[^1];
        var file = desk.Open!.Files.ShouldHaveSingleItem();
        (sent.From!.Id, sent.From.Name, file.By).ShouldBe(("person", "Ana", "Ana"));
        var attached = sent.Attachments!.ShouldHaveSingleItem();
        (attached.Name, attached.ContentUrl).ShouldBe(("guide.pdf", $"https://chat.example.com/chat-files/{file.Id}"));
        attached.Content.ShouldBeNull("the log has no bytes");
        desk.Open.IsUnanswered.ShouldBeFalse();
    }

    [Fact]
    public async Task An_agent_who_does_not_own_the_chat_sends_none_and_nor_does_an_act_without_one()
    {
        var desk = await DeskChat.ClaimedAsync();

        (await desk.ActAsync(DeskChat.Ben, new DeskAct.SendFile(), parcel: Parcel("guide.pdf"))).ShouldBeEmpty();
        desk.Refusal.ShouldBe(DeskRefusal.OwnedByAnother);
        (await desk.ActAsync(DeskChat.Ana, new DeskAct.SendFile())).ShouldBeEmpty();

        desk.Refusal.ShouldBe(DeskRefusal.NoFile);
        desk.Chat.Effects.Records.ShouldNotContain(record => record.Kind == DeskFile.RecordKind);
    }

    [Fact]
    public async Task There_are_never_more_than_the_market_says_in_both_directions_together()
    {
        var desk = await DeskChat.ClaimedAsync(settings: known => known with { Files = new() { Number = 2 } });

        await SendAsync(desk, "one.png");
        await desk.ActAsync(DeskChat.Ana, new DeskAct.SendFile(), parcel: Parcel("two.pdf"));
        await SendAsync(desk, "three.png");
        await desk.ActAsync(DeskChat.Ana, new DeskAct.SendFile(), parcel: Parcel("four.pdf"));

        desk.Refusal.ShouldBe(DeskRefusal.NoFile);
        desk.Open!.Files.Select(file => file.Name).ShouldBe(["one.png", "two.pdf"]);
    }

    /// <summary>As the channel brings it in.</summary>
    private Task<IReadOnlyList<string>> SendAsync(DeskChat desk, string name) => desk.Chat.TurnAsync(
        new Activity { Type = ActivityTypes.Message, Attachments = [new() { Name = name, ContentType = "image/png" }] }, Parcel(name));

    private string Parcel(string name) => JsonSerializer.Serialize(
        new FileParcel([new($"file-{++_files}", name, DeskFileType.Png, [1, 2, 3])]), DeskJson.Default.FileParcel);
}
