using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>What every turn uses and none changes.</summary>
public sealed record OnboardingServices(
    IOnboardingWizard Wizard,
    IAccountDirectory Accounts,
    LexiconSource Lexicons,
    MarketSettings Market,
    Texts Texts,
    CardDeck Cards,
    ContactTexts Contact,
    SubjectList Subjects,
    ProviderGuides Guides,
    PublicAddress Address,
    IAgreementDocument Agreements,
    IDeskBoard Desk,
    TimeProvider Clock);

/// <summary>Where customers' browsers reach this host; links and pictures in cards begin with it.</summary>
public sealed record PublicAddress(Uri Base)
{
    public bool IsHttps => Base.Scheme == Uri.UriSchemeHttps;

    public string Of(string path) => new Uri(Base, path).AbsoluteUri;
}
