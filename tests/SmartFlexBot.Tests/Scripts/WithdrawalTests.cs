using System.Text.Json.Nodes;
using SmartFlexBot.Tests.Web.Tariffs;

namespace SmartFlexBot.Tests.Scripts;

/// <summary>Out of a contract in the chat: statement, confirmation, receipt, and the supplier's cancellation as Kraken shows it.</summary>
public sealed class WithdrawalTests
{
    [Fact]
    public async Task A_withdrawal_is_receipted_with_its_time_and_the_suppliers_cancellation_is_told()
    {
        await using var script = await Script.StartAsync("Wizard", "A-7E51A001", "en", "Onboarding:Market=gb");
        await script.PlayAsync($"""
            {StoryFile.Part("to-the-tariff")}
            {StoryFile.Part("tariff-gb")}
            bot shows: [consent.title]
            user: I want to cancel my contract
            bot shows: [withdraw.contract]
            user presses: [withdraw.contract.yes]
            bot: [tariff.withdrawn]
            bot: …[tariff.reason.Withdrawing]…
            """);

        var receipt = await script.Host.Http.GetByteArrayAsync(
            (await script.TabAsync(ScriptLine.FirstTab)).File, TestContext.Current.CancellationToken);
        var words = new PdfText(receipt).Words;
        string[] kept =
        [
            "Your withdrawal: Smart EV", "I withdraw from my contract for Smart EV, agreed on 23 November 2026", "A-7E51A001",
            "Confirm withdrawal", "(UK time)",
        ];
        kept.ShouldAllBe(line => Unspaced(words).Contains(Unspaced(line)));

        await script.Host.ControlAsync(
            HttpMethod.Post, $"accounts/{script.Account}/enrolment", new JsonObject { ["event"] = "CANCELLED" });
        await script.PlayAsync("""
            bot: [tariff.withdrawn.done]
            bot shows: …[tariff.reason.Withdrawn]…
            user presses: [tariff.review.again]
            bot shows: [tariff.title]
            """);
    }

    /// <summary>A PDF places words; the spaces between them are nowhere.</summary>
    private static string Unspaced(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
