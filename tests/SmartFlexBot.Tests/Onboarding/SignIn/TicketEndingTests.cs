using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartFlexBot.BotFramework.Schema;
using SmartFlexBot.Onboarding.Turns;
using static SmartFlexBot.Tests.Onboarding.Chats;

namespace SmartFlexBot.Tests.Onboarding.SignIn;

/// <summary>A ticket ends once: what comes with it afterwards, or came at the same moment, changes nothing.</summary>
public sealed partial class TicketEndingTests
{
    private const string Answer = "https://t.example/?code=1&state=x";

    private readonly InMemoryKraken _kraken = new();

    [Fact]
    public async Task The_second_answer_with_a_ticket_is_not_taken()
    {
        var chat = await AtSignInAsync(_kraken);
        var ticket = NewestTicket(chat);

        await ReturnAsync(chat, ticket);
        await chat.CommandAsync();
        await ReturnAsync(chat, ticket);

        _kraken.Changes.ShouldHaveSingleItem();
        chat.Effects.Commands.ShouldHaveSingleItem();
        (await EndAsync(chat, ticket)).ShouldBe(TicketEnd.Used);
    }

    [Fact]
    public async Task An_answer_after_somebody_had_not_asked_is_not_taken()
    {
        var chat = await AtSignInAsync(_kraken);
        var ticket = NewestTicket(chat);

        var said = await RefuseAsync(chat, ticket);
        await ReturnAsync(chat, ticket);

        said.ShouldBe([Shipped.Texts.Get("en", "link.refused")]);
        chat.Effects.Commands.ShouldBeEmpty();
        (await EndAsync(chat, ticket)).ShouldBe(TicketEnd.Refused);
    }

    [Fact]
    public async Task Whoever_says_so_after_the_sign_in_is_too_late()
    {
        var chat = await AtSignInAsync(_kraken);
        var ticket = NewestTicket(chat);
        await ReturnAsync(chat, ticket);

        (await RefuseAsync(chat, ticket)).ShouldBeEmpty();

        (await EndAsync(chat, ticket)).ShouldBe(TicketEnd.Used);
    }

    [Fact]
    public async Task The_customer_gets_another_link_when_they_write_and_it_works()
    {
        var chat = await AtSignInAsync(_kraken);
        var first = NewestTicket(chat);
        await RefuseAsync(chat, first);

        (await chat.SayAsync("go on")).ShouldBe([$"[{Shipped.Texts.Get("en", "signin.title", ("make", "Tesla"))}]"]);
        var second = NewestTicket(chat);
        await ReturnAsync(chat, second);

        second.ShouldNotBe(first);
        chat.Effects.Commands.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_ticket_says_what_it_is_for_and_hides_where_the_home_is()
    {
        var chat = await AtSignInAsync(_kraken);

        var ticket = await FindAsync(chat, NewestTicket(chat));

        (ticket.Purpose, ticket.Home, ticket.Locale, ticket.End).ShouldBe((TicketPurpose.SignIn, "1••• E••• S•••", "en", null));
    }

    private static Task<IReadOnlyList<string>> ReturnAsync(Chat chat, string ticket) =>
        chat.HappenAsync(OnboardingEvents.SignInReturned, new JsonObject { ["stepId"] = "a", ["ticket"] = ticket }, Answer);

    private static Task<IReadOnlyList<string>> RefuseAsync(Chat chat, string ticket) =>
        chat.HappenAsync(OnboardingEvents.LinkRefused, new JsonObject { ["ticket"] = ticket });

    private static async Task<TicketEnd?> EndAsync(Chat chat, string ticket) => (await FindAsync(chat, ticket)).End;

    private static async Task<Ticket> FindAsync(Chat chat, string ticket) =>
        Ticket.Read((await chat.Effects.FindRecordAsync(Ticket.RecordKind, ticket, TestContext.Current.CancellationToken))!)!;

    /// <returns>The record key of the ticket in the newest link.</returns>
    private static string NewestTicket(Chat chat) =>
        Ticket.KeyOf(Link().Matches(string.Concat(chat.Effects.Sent.Select(ActivityJson.Write)))[^1].Groups[1].Value);

    [GeneratedRegex("/auth/start/([0-9a-f]{32})")]
    private static partial Regex Link();
}
