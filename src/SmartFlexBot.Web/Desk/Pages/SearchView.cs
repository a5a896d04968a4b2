using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Web.Desk.Texts;

namespace SmartFlexBot.Web.Desk.Pages;

/// <param name="Account">What was looked for; null at first.</param>
/// <param name="Found">The newest first.</param>
public sealed record SearchView(
    DeskWords Words, DeskAgent Agent, string ProofField, string Proof, string? Account, IReadOnlyList<HandOver> Found);
