using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Tests.Channels.DirectLine.Reading;

/// <summary>Who shares a page of the log with whom.</summary>
public sealed class SharedPagesTests
{
    private static readonly ConversationKey Conversation = new("directline", "c1");

    private readonly InMemoryConversations _log = new(new FakeTimeProvider());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_shared_by_those_who_come_while_somebody_still_has_it()
    {
        await SayAsync("one");
        var pages = new SharedPages(_log, Options.Create(new MemoryOptions()));

        var first = await pages.TakeAsync(Conversation, 0, Stop);
        var second = await pages.TakeAsync(Conversation, 0, Stop);
        first.Dispose();
        var third = await pages.TakeAsync(Conversation, 0, Stop);

        second.ShouldBeSameAs(first);
        third.ShouldBeSameAs(first);
        second.Dispose();
        pages.Count.ShouldBe(1);
        third.Dispose();
        pages.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_is_given_to_nobody_else()
    {
        var pages = new SharedPages(_log, Options.Create(new MemoryOptions()));

        await Should.ThrowAsync<ConversationNotFoundException>(() => pages.TakeAsync(Conversation, 0, Stop));
        await SayAsync("one");

        using var page = await pages.TakeAsync(Conversation, 0, Stop);
        page.IsEmpty.ShouldBeFalse();
    }

    private async Task SayAsync(string text)
    {
        await _log.OpenAsync(Conversation, new("u1", null, null, null), Stop);
        await _log.AcceptAsync(Conversation, new(new Activity { Type = ActivityTypes.Message, Text = text }, text, Logged: true), Stop);
    }
}
