using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Requests;

/// <summary>Something that a customer may ask for at any time, in words.</summary>
internal interface IRequest
{
    /// <summary>It is answered before it is known who asks.</summary>
    bool IsForAnybody { get; }

    /// <summary>It is about the journey: the home has to be known, and the tenant is read first.</summary>
    bool IsAboutJourney { get; }

    /// <param name="words">The customer's own.</param>
    Task<RequestEffect> AnswerAsync(Request request, string words);
}

/// <summary>What came of a message that may be a request.</summary>
internal enum RequestEffect
{
    NoRequest,

    /// <summary>Answered; the open question is shown again.</summary>
    AskAgain,

    /// <summary>Answered; nothing more is said in this turn.</summary>
    Done,
}
