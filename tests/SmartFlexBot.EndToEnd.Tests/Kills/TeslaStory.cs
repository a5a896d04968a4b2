using SmartFlexBot.EndToEnd.Tests.DirectLine;
using SmartFlexBot.EndToEnd.Tests.Processes;
using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.EndToEnd.Tests.Kills;

/// <summary>
/// A Tesla from hello to LIVE over Direct Line, one act after the other. Each act waits for the question that it answers.
/// </summary>
/// <param name="isPatient">The customer repeats what got no answer, and waits until the bot is there again.</param>
internal sealed class TeslaStory(Installation installation, bool isPatient = false) : IDisposable
{
    public const string Account = "A-7E51A001";

    private readonly MakersPages _browser = new(isPatient ? new PatientHandler(installation) : null);
    private BotMessage? _question;

    public DirectLineClient Chat { get; } = new(installation.Bot, isPatient ? installation : null);

    public async Task ToTheSignInAsync()
    {
        await Chat.OpenAsync(Account);
        await Chat.SeeAsync("the greeting", message => message.Summary.Contains(Words.Of("greeting"), StringComparison.Ordinal));
        await Chat.SayAsync("Hi, I have a Tesla Model 3 Long Range and an Ohme Home Pro");
        await AnswerAsync("yes");
        await AnswerAsync("consent", ("data", "true"), ("control", "true"));
        _question = await Chat.SeeAsync("the sign-in link", message => message.Link is not null);
    }

    public Task SignInAsync() => _browser.AgreeAsync(_question!.Link!, TestContext.Current.CancellationToken);

    /// <summary>Until the test charge is offered. From here on the simulator's time stands still.</summary>
    public async Task ToTheTestChargeAsync()
    {
        var key = await Chat.SeeAsync(
            "the link for the virtual key", message => message.Link is not null && message.Button("key-added") is not null);
        await installation.Control.FreezeAsync();
        await _browser.AgreeAsync(key.Link!, TestContext.Current.CancellationToken);
        _question = await Chat.SeeAsync("the offer of a test charge", message => message.Button("start") is not null);
    }

    /// <param name="id">The post's clientActivityID.</param>
    public Task StartTestChargeAsync(string id) => Chat.PressAsync(_question!.Button("start")!, id);

    public async Task ToLiveAsync()
    {
        await Chat.SeeAsync(
            "the word that the test runs", message => message.Summary.Contains(Words.Of("test.running"), StringComparison.Ordinal));
        await installation.Control.AdvanceAsync(TimeSpan.FromMinutes(8));
        await Chat.SeeAsync("the message that the car is live", IsLiveNews);
    }

    /// <summary>Nothing lost, nothing twice: in the conversation, on the client's side, and at Kraken.</summary>
    public async Task NothingHappenedTwiceAsync(OnboardingApi api)
    {
        var log = await Chat.ReadLogAsync();
        var said = log.Where(activity => (string?)activity["from"]?["role"] == "bot").Select(activity => new BotMessage(activity)).ToList();
        said.Select(message => message.Id).ShouldBeUnique();
        said.Select(message => message.Summary).ShouldBeUnique();
        said.Count(IsLiveNews).ShouldBe(1);

        // What the client saw, across the restarts, is what the server kept: nothing lost, nothing twice, in the same order.
        Chat.Seen.Select(message => message.Id).ShouldBe(said.Select(message => message.Id));

        (await installation.Control.MutationsAsync(Account)).ShouldBe(KrakenChanges.OnceEach[api]);
    }

    public static bool IsLiveNews(BotMessage message) => message.Summary.Contains(Words.Of("live.text"), StringComparison.Ordinal);

    public void Dispose()
    {
        Chat.Dispose();
        _browser.Dispose();
    }

    private async Task AnswerAsync(string does, params (string Input, string Value)[] inputs)
    {
        var question = await Chat.SeeAsync($"a card with the button \"{does}\"", message => message.Button(does) is not null);
        await Chat.PressAsync(question.Button(does)!, DirectLineClient.NewId(), inputs);
    }
}
