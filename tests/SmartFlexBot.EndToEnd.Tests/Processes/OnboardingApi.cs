namespace SmartFlexBot.EndToEnd.Tests.Processes;

/// <summary>Both generations of Kraken's onboarding; the names are those of the setting Kraken:OnboardingApi.</summary>
public enum OnboardingApi
{
    Classic,
    Wizard,
}
