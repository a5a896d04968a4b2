using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Tests.Onboarding;

/// <summary>What a fresh clone runs with.</summary>
internal static class Shipped
{
    public static string Cards { get; } = Path.Combine(RepositoryRoot.Path, "cards");

    public static string Markets { get; } = Path.Combine(RepositoryRoot.Path, "markets");

    public static MarketSettings Market { get; } = MarketFile.Read(Path.Combine(Markets, "demo.json"));

    public static MarketSettings Britain { get; } = MarketFile.Read(Path.Combine(Markets, "gb.json"));

    public static Texts Texts { get; } = Texts.Load(Path.Combine(Cards, "text"));

    public static ProviderGuides Guides { get; } = ProviderGuides.Load(Path.Combine(Cards, "providers"), Texts);

    public static SubjectList Subjects { get; } = SubjectList.Load(Path.Combine(Cards, "answers", "subjects.json"), Texts);
}
