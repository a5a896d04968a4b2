using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.Texts;

namespace SmartFlexBot.Web.Desk.Pages;

/// <param name="Problem">Why somebody is here: "role", "failed", "wrong", "idle" or "over"; null for no reason.</param>
/// <param name="Agents">The demo agents; empty where people sign in with their provider.</param>
/// <param name="ProofField">The name of the form's field that proves that our page was seen.</param>
public sealed record SignInView(
    DeskWords Words, string? Problem, IReadOnlyList<DeskAgent> Agents, string ProofField, string Proof)
{
    public bool IsDemo => Agents.Count > 0;
}
