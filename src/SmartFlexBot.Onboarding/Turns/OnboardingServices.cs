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
    AccountSignIn SignIn,
    TimeProvider Clock);

/// <summary>How customers sign in to their account in the chat, where no channel vouches for them.</summary>
/// <param name="IsOffered">False where the supplier has set no provider: they are sent to the supplier's own signed-in page.</param>
/// <param name="Lifetime">How long a conversation acts for the account.</param>
public sealed record AccountSignIn(bool IsOffered, TimeSpan Lifetime)
{
    public static AccountSignIn None { get; } = new(IsOffered: false, TimeSpan.Zero);
}

/// <summary>Where customers' browsers reach this host; links and pictures in cards begin with it.</summary>
public sealed record PublicAddress(Uri Base)
{
    public bool IsHttps => Base.Scheme == Uri.UriSchemeHttps;

    public string Of(string path) => new Uri(Base, path).AbsoluteUri;
}
