using System.Globalization;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;

namespace SmartFlexBot.Desk;

/// <summary>Writes facts as an agent reads them: a summary first, then everything in rows. Nothing is read or changed here.</summary>
internal sealed class PackWriter(DeskTexts desk, MarketSettings market)
{
    /// <summary>Of the customer's own in the summary, which is to stay under 80.</summary>
    private const int MostWords = 20;

    public Pack Write(PackFacts facts, string locale)
    {
        var language = new PackLanguage(desk.Texts, market, locale);
        return new(
            Summary(facts, language),
            Suggestion(facts, language),
            [.. Flags(facts).Select(flag => language.Text($"flag.{flag}"))],
            [.. new PackSections(language, market).Of(facts).Where(section => section.Rows.Count > 0)],
            facts.ReadAt,
            facts.IsUnread ? language.Text("unread") : null);
    }

    public IReadOnlyList<CannedReply> Replies(PackFacts facts)
    {
        var language = new PackLanguage(desk.Texts, market, facts.HandOver.Locale);
        return [.. PackReplies.Ids.Select(id => PackReplies.Of(id, facts, language))];
    }

    private static string Summary(PackFacts facts, PackLanguage language)
    {
        var (handOver, journey) = (facts.HandOver, facts.Journey);
        string?[] sentences =
        [
            language.Text("summary", ("customer", handOver.CustomerName ?? language.Text("customer")),
                ("reason", language.Text($"reason.{handOver.Reason}"))),
            handOver.Words.Length > 0 ? language.Text("summary.words", ("words", Shortened(handOver.Words))) : null,
            DeviceIn(journey?.ChosenDevice, language),
            language.Text("summary.step", ("step", language.Step(handOver.Step))),
            journey?.Refused is { } refused ? language.Text("summary.refused", ("code", refused.Code ?? refused.Kind.ToString())) : null,
            facts.Device is { } shown ? language.Text("summary.state", ("state", language.State(shown.State ?? shown.Lifecycle))) : null,
            facts.Device?.TestFailureReason is { } reason ? language.Text("summary.test", ("reason", reason)) : null,
            handOver.AccountNumber is null ? language.Text("summary.unverified") : null,
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    private static string? DeviceIn(DeviceAnswer? answer, PackLanguage language) => answer switch
    {
        { IsUnknown: true } => language.Text("summary.unknown", ("device", answer.DisplayName)),
        { IsDevice: true } => language.Text("summary.device", ("device", answer.DisplayName)),
        _ => null,
    };

    private static IEnumerable<string> Flags(PackFacts facts)
    {
        if (HandOverRules.Of(facts.HandOver.Reason).IsFlagged)
        {
            yield return facts.HandOver.Reason.ToString();
        }

        if (facts.HandOver.Facts.Any(fact => fact.What == "danger"))
        {
            yield return "danger";
        }

        if (facts.HandOver.IsReopened)
        {
            yield return "reopened";
        }

        if (facts.HandOver.AccountNumber is null)
        {
            yield return "unverified";
        }
    }

    private static PackSuggestion Suggestion(PackFacts facts, PackLanguage language)
    {
        var next = NextAction.Of(facts);
        var reply = next.Reply is { } id
            ? PackReplies.Of(id, facts, language.In(facts.HandOver.Locale)) is { Missing.Count: 0 } ready ? ready.Text : null
            : null;
        return new(language.Text($"next.{next.Id}"), reply);
    }

    private static string Shortened(string words)
    {
        var all = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return all.Length <= MostWords ? string.Join(' ', all) : string.Create(
            CultureInfo.InvariantCulture, $"{string.Join(' ', all.Take(MostWords))} …");
    }
}
