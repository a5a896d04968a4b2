using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding.Cards;

public sealed class ContactTextsTests
{
    private static readonly ContactWay Email = new("email", "a@example.com");
    private static readonly ContactWay Web = new("web", "www.example.com");
    private static readonly ContactWay Form = new("form", "www.example.com/form");

    [Fact]
    public void One_way_stands_alone() => Sentence(Email).ShouldBe("You can reach us by email at a@example.com.");

    [Fact]
    public void Two_are_joined_by_or() => Sentence(Email, Web).ShouldBe(
        "You can reach us by email at a@example.com or online at www.example.com.");

    [Fact]
    public void Three_are_a_list() => Sentence(Email, Web, Form).ShouldBe(
        "You can reach us by email at a@example.com, online at www.example.com or with the form at www.example.com/form.");

    private static string Sentence(params ContactWay[] ways) =>
        ContactTexts.Create(Shipped.Texts, Shipped.Market with { Contact = ways }).Sentence("en");
}
