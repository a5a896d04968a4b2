namespace SmartFlexBot.Onboarding.Turns;

/// <summary>The three ways to run a step. A fourth one does not compile until <see cref="Match"/> and all who call it know it.</summary>
internal abstract record StepRun
{
    private StepRun() { }

    /// <summary>Nothing goes on until the customer does something: they may be reminded of it.</summary>
    public abstract bool IsCustomersTurn { get; }

    public abstract T Match<T>(Func<Ask, T> ask, Func<Act, T> act, Func<Tell, T> tell);

    /// <summary>The customer is asked, by a small dialog.</summary>
    public sealed record Ask(IQuestion Question) : StepRun
    {
        /// <summary>The first words of a conversation may be the answer already.</summary>
        public bool HearsFirstWords { get; init; }

        /// <summary>
        /// What is said beside a question of the customer's may be the answer: a device can be named in passing, a yes cannot.
        /// </summary>
        public bool HearsBesideQuestions { get; init; }

        /// <summary>It is done elsewhere, and what is in the way there may be told here.</summary>
        public bool HearsObstacles { get; init; }

        public override bool IsCustomersTurn => true;

        public override T Match<T>(Func<Ask, T> ask, Func<Act, T> act, Func<Tell, T> tell) => ask(this);
    }

    /// <summary>The bot does it at once, and what comes next is decided anew.</summary>
    public sealed record Act(Func<CancellationToken, Task> DoAsync) : StepRun
    {
        public static Act Now(Action act) => new(_ =>
        {
            act();
            return Task.CompletedTask;
        });

        public override bool IsCustomersTurn => false;

        public override T Match<T>(Func<Ask, T> ask, Func<Act, T> act, Func<Tell, T> tell) => act(this);
    }

    /// <summary>Nothing can be answered here: it is told and waited for.</summary>
    public sealed record Tell(INotice Notice) : StepRun
    {
        /// <summary>True where the customer acts elsewhere, such as on the maker's page.</summary>
        public bool IsForCustomer { get; init; }

        /// <summary>What was told before still stands: it is not told again when this is over.</summary>
        public bool KeepsTold { get; init; }

        public override bool IsCustomersTurn => IsForCustomer;

        public override T Match<T>(Func<Ask, T> ask, Func<Act, T> act, Func<Tell, T> tell) => tell(this);
    }
}
