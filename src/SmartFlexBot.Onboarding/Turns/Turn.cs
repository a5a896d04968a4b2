using SmartFlexBot.BotFramework;
using SmartFlexBot.BotFramework.Ports;
using SmartFlexBot.Onboarding.Cards;
using SmartFlexBot.Onboarding.HandOvers;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Onboarding.Ports;

namespace SmartFlexBot.Onboarding.Turns;

/// <summary>
/// One turn, in parts. It does nothing itself: a step takes out of it what its question, or what it does, needs, and no class of a slice is
/// given the whole.
/// </summary>
internal sealed class Turn
{
    public Turn(ITurnContext context, OnboardingServices services)
    {
        Market = services.Market;
        Lexicons = services.Lexicons;
        Agreements = services.Agreements;
        Subjects = services.Subjects;
        Guides = services.Guides;
        Clock = services.Clock;
        Conversation = new(context);
        HandOvers = new(context, Clock);
        Hub = new(context.Effects);
        DeskBoard = services.Desk;
        Origin = context.Origin;
        Facts = new(context.Effects, context.Origin.AccountNumber, Clock);
        Voice = new(context, services, Conversation, HandOvers);
        Tenant = new(services.Accounts, services.Wizard, Facts, Conversation);
        Commands = new(context.Effects, Facts);
        Reminders = new(context.Effects, Conversation, Clock);
        Watches = new(context.Effects, Facts, Clock);
        Links = new(context.Effects, services.Address, Conversation, Facts, Voice, Clock);
        Events = new(context.Effects, Facts);
        Windows = new(context, Conversation, Facts);
        Others = new(context);
        Address = services.Address;
        Account = new(context, Conversation, Others);
        SignIn = services.SignIn;
    }

    public Conversation Conversation { get; }

    public JourneyFacts Facts { get; }

    /// <summary>Whether the chat is the bot's or a person's.</summary>
    public HandOverFacts HandOvers { get; }

    public HubFacts Hub { get; }

    /// <summary>The desk as this turn has read it; null when there is none.</summary>
    public DeskBoardView? Desk { get; private set; }

    public ConversationOrigin Origin { get; }

    public Voice Voice { get; }

    public Tenant Tenant { get; }

    public Commands Commands { get; }

    public Reminders Reminders { get; }

    public Watches Watches { get; }

    public Links Links { get; }

    public BusinessEvents Events { get; }

    public JourneyConversations Windows { get; }

    public OtherConversations Others { get; }

    public MarketSettings Market { get; }

    public LexiconSource Lexicons { get; }

    public IAgreementDocument Agreements { get; }

    public SubjectList Subjects { get; }

    public ProviderGuides Guides { get; }

    public PublicAddress Address { get; }

    /// <summary>Which account the conversation acts for.</summary>
    public ConversationAccount Account { get; }

    public AccountSignIn SignIn { get; }

    public TimeProvider Clock { get; }

    private IDeskBoard DeskBoard { get; }

    /// <summary>Once, before anything is decided.</summary>
    public async Task ReadDeskAsync(CancellationToken cancellationToken)
    {
        await HandOvers.LoadAsync(cancellationToken);
        Desk = Market.Desk is null ? null : await DeskBoard.ReadAsync(cancellationToken);
        Voice.LargestFile = Desk is { HasHub: false } ? Market.Desk!.Files.Bytes : 0;
    }
}
