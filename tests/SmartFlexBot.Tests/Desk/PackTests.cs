using System.Text.Json.Nodes;
using SmartFlexBot.Desk;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Journeys;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;
using SmartFlexBot.Tests.Onboarding;
using static SmartFlexBot.Tests.Onboarding.Journeys.Facts;

namespace SmartFlexBot.Tests.Desk;

/// <summary>What an agent reads at a claim: ten stories, and whether the next action that it suggests is the right one.</summary>
public sealed class PackTests
{
    private static readonly DeskTexts Words = new(Texts.Load(Path.Combine(Shipped.Cards, "desk")));
    private static readonly PackWriter Writer = new(Words, Shipped.Market);

    private static readonly HandOver Asked = new()
    {
        Id = "h-1",
        Conversation = "directline|c-1",
        AccountNumber = "A-1",
        PropertyId = 7,
        CustomerName = "Ada",
        Locale = "de",
        Reason = HandOverReason.AskedFor,
        Words = "I want to talk to a person",
        Step = "status.next.SignIn",
        RequestedAt = Noon,
        Since = Noon,
        Owner = new("ana", "Ana"),
    };

    private static readonly DeviceSnapshot Failed = Device("FAILED_ONBOARDING_TEST") with { TestFailureReason = "NOT_AT_HOME" };

    public static TheoryData<string, HandOver, Journey?, DeviceSnapshot?, string> Stories => new()
    {
        { "cannot sign in", Asked, Begun, null, "sign-in" },
        { "the key is missing", Asked with { Step = "status.next.AddVirtualKey" }, Begun, Device("ONBOARDING"), "key" },
        { "the test failed", Asked with { Step = "status.next.MendTest", Reason = HandOverReason.Stuck }, Begun, Failed, "test" },
        { "unsure of the contract", Asked with { Reason = HandOverReason.ContractDoubt, Step = "status.next.Tariff" },
            Agreed, null, "tariff" },
        { "the device is not known", Asked with { Step = "status.next.OtherDevice" }, Fresh with { Vehicle = Unknown },
            null, "other-device" },
        { "which car is not clear", Asked with { Step = "status.next.AskDevices", Reason = HandOverReason.Stuck }, Fresh, null, "devices" },
        { "unsure of the permissions", Asked with { Step = "status.next.AskConsents" }, Fresh with { Vehicle = Tesla }, null, "consents" },
        { "the test runs", Asked with { Step = "status.next.TestRunning" }, Begun, Device("ONBOARDING_TEST_IN_PROGRESS"), "wait" },
        { "Kraken refuses for good", Asked with { Reason = HandOverReason.DeadEnd, Step = "status.next.Person" },
            Begun with { Refused = Refused(WizardProblemKind.NotAllowed) with { RequestId = "req-4711" } }, null, "dead-end" },
        { "it smells of burning", Asked with { Reason = HandOverReason.Danger }, Begun, null, "danger" },
        { "somebody has died", Asked with { Reason = HandOverReason.Vulnerable }, Begun, null, "vulnerable" },
        { "not signed in", Asked with { AccountNumber = null, PropertyId = null }, null, null, "unverified" },
        { "all is done", Asked with { Step = "status.next.Live" }, Begun with { DeviceId = "d-1" }, Device("LIVE"), "live" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_suggested_action_fits_and_nothing_that_is_known_is_missing(
        string story, HandOver handOver, Journey? journey, DeviceSnapshot? device, string action)
    {
        var pack = Writer.Write(new PackFacts(handOver, journey, device is null ? [] : [device], null, IsUnread: false, Noon), "en");

        pack.Suggestion!.Text.ShouldBe(Words.Texts.Get("en", $"next.{action}"), story);
        pack.Summary.Split(' ').Length.ShouldBeLessThan(80);
        pack.Summary.ShouldNotContain("{");
        pack.Summary.ShouldContain(Words.Texts.Get("en", handOver.Step.Replace("status.next.", "step.", StringComparison.Ordinal)));
        (device?.TestFailureReason is not { } reason || pack.Summary.Contains(reason, StringComparison.Ordinal)).ShouldBeTrue(story);
        var rows = pack.Sections.SelectMany(section => section.Rows).Select(row => row.Value).ToList();
        rows.ShouldContain(handOver.AccountNumber ?? "none");
        rows.ShouldContain(handOver.Words);
        string?[] known =
        [
            journey?.Vehicle is { IsDevice: true } car ? car.DisplayName : null, device?.Lifecycle, device?.TestFailureReason,
            journey?.Refused?.Code, journey?.Refused?.RequestId,
        ];
        known.OfType<string>().ShouldAllBe(fact => rows.Any(row => row.Contains(fact, StringComparison.Ordinal)), story);
    }

    [Fact]
    public void Each_consent_stands_with_its_wording_and_when_it_was_given()
    {
        var pack = Writer.Write(new PackFacts(Asked, Agreed, [], null, IsUnread: false, Noon), "en");

        pack.Sections.Single(section => section.Id == "consents").Rows.ShouldBe(
            [new PackRow("Data and location", "yes (wording 2026-11)", Noon), new PackRow("Control", "yes (wording 2026-11)", Noon)]);
    }

    [Fact]
    public void What_Kraken_shows_has_an_age_and_a_Kraken_that_was_not_read_is_told()
    {
        var read = Writer.Write(new PackFacts(Asked, Begun, [Device("ONBOARDING")], null, IsUnread: false, Noon), "en");
        var unread = Writer.Write(new PackFacts(Asked, Begun, null, null, IsUnread: true, Noon), "en");

        read.Sections.SelectMany(section => section.Rows).Single(row => row.Label == "State").At.ShouldBe(Noon);
        (read.Unread, unread.Unread).ShouldBe((null, Words.Texts.Get("en", "unread")));
    }

    [Fact]
    public void What_was_promised_and_not_done_yet_stands_among_the_facts_with_its_time()
    {
        var journey = Begun with { Promises = [new Promise("t-1", "CallBack", "", Noon)] };

        var row = Writer.Write(new PackFacts(Asked, journey, [], null, IsUnread: false, Noon), "en")
            .Sections.Single(section => section.Id == "promises").Rows.ShouldHaveSingleItem();

        (row.Label, row.At, row.IsMoment).ShouldBe(("Call back", Noon, true));
    }

    [Fact]
    public void Kinds_channels_and_states_are_in_words_and_Krakens_own_word_stays_in_brackets()
    {
        var device = Device("ONBOARDING") with { State = "AUTHENTICATION_COMPLETE" };
        var pack = Writer.Write(new PackFacts(Asked, Begun, [device], null, IsUnread: false, Noon), "de");
        var rows = pack.Sections.SelectMany(section => section.Rows).Select(row => row.Value).ToList();

        rows.ShouldContain("Das Auto");
        rows.ShouldContain("Webchat");
        rows.ShouldContain("wird eingerichtet (ONBOARDING), angemeldet (AUTHENTICATION_COMPLETE)");
        pack.Summary.ShouldContain("„I want to talk to a person“. ");
    }

    [Fact]
    public void The_pack_is_in_the_agents_language_and_replies_are_in_the_customers()
    {
        var facts = new PackFacts(Asked, Begun, [], null, IsUnread: false, Noon);

        Writer.Write(facts, "fr").Summary.ShouldContain("a demandé une personne");
        Writer.Replies(facts).Single(reply => reply.Id == "hello").Text.ShouldStartWith("Guten Tag Ada, hier ist Ana.");
    }

    [Fact]
    public void A_reply_with_a_value_that_is_not_known_names_it() => Writer.Replies(
            new PackFacts(Asked with { CustomerName = null }, Journey: null, null, null, IsUnread: false, Noon))
        .Single(reply => reply.Id == "hello").Missing.ShouldBe(["customer"]);

    /// <summary>The customers' own status texts say "you" and "I": to an agent they are wrong.</summary>
    [Fact]
    public void Every_step_has_words_for_agents()
    {
        var texts = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Cards, "text", "en.json")))!.AsObject();
        var steps = texts.Select(text => text.Key).Where(key => key.StartsWith("status.next.", StringComparison.Ordinal)).ToList();

        steps.Count.ShouldBeGreaterThan(15);
        steps.Select(key => key.Replace("status.next.", "step.", StringComparison.Ordinal)).ShouldAllBe(key => Words.Texts.Has(key));
    }

    [Fact]
    public void A_device_that_Kraken_does_not_list_stands_in_the_summary() => Writer.Write(
            new PackFacts(Asked, Fresh with { Vehicle = Unknown }, [], null, IsUnread: false, Noon), "en")
        .Summary.ShouldContain($"Kraken does not list their device: {Unknown.DisplayName}.");

    [Fact]
    public void Every_reason_has_its_words_in_every_language()
    {
        foreach (var reason in Enum.GetValues<HandOverReason>())
        {
            Words.Texts.Has($"reason.{reason}").ShouldBeTrue();
            (!HandOverRules.Of(reason).IsFlagged || Words.Texts.Has($"flag.{reason}")).ShouldBeTrue(reason.ToString());
        }
    }
}
