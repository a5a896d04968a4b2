namespace SmartFlexBot.Tests.Scripts;

/// <summary>From hello to LIVE with a Tesla, on both Kraken APIs with the same words.</summary>
public sealed class TeslaStories
{
    public static TheoryData<string, string, string> Cases => StoryFile.Cases("tesla");

    [Theory, MemberData(nameof(Cases))]
    public Task Goes_as_written(string story, string api, string language) => StoryFile.PlayAsync("tesla", story, api, language);
}

/// <summary>Other customers: other cars, chargers, kinds of device, homes, and those who come when something was begun before.</summary>
public sealed class CustomerStories
{
    public static TheoryData<string, string, string> Cases => StoryFile.Cases("customers");

    [Theory, MemberData(nameof(Cases))]
    public Task Goes_as_written(string story, string api, string language) => StoryFile.PlayAsync("customers", story, api, language);
}

/// <summary>What customers say and press that is no answer: commands, old cards, forged values, too much, too early.</summary>
public sealed class ConversationStories
{
    public static TheoryData<string, string, string> Cases => StoryFile.Cases("conversation");

    [Theory, MemberData(nameof(Cases))]
    public Task Goes_as_written(string story, string api, string language) => StoryFile.PlayAsync("conversation", story, api, language);
}

/// <summary>Time goes by: nudges, ends, coming back, news while nobody is there.</summary>
public sealed class WaitingStories
{
    public static TheoryData<string, string, string> Cases => StoryFile.Cases("waiting");

    [Theory, MemberData(nameof(Cases))]
    public Task Goes_as_written(string story, string api, string language) => StoryFile.PlayAsync("waiting", story, api, language);
}

/// <summary>Kraken is down, slow, busy, or its answer is lost.</summary>
public sealed class FaultStories
{
    public static TheoryData<string, string, string> Cases => StoryFile.Cases("faults");

    [Theory, MemberData(nameof(Cases))]
    public Task Goes_as_written(string story, string api, string language) => StoryFile.PlayAsync("faults", story, api, language);
}

/// <summary>Tariffs: shown, agreed to, switched once, in each market's way.</summary>
public sealed class TariffStories
{
    public static TheoryData<string, string, string> Cases => StoryFile.Cases("tariffs");

    [Theory, MemberData(nameof(Cases))]
    public Task Goes_as_written(string story, string api, string language) => StoryFile.PlayAsync("tariffs", story, api, language);
}
