using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SmartFlexBot.Tests.Desk.Hubs;

/// <summary>What the fakes of all hubs can be made to do.</summary>
internal interface IFakeHub
{
    /// <summary>What goes wrong with the next requests, one each; the answer as it is when there is nothing.</summary>
    Queue<HubFault> Faults { get; }

    /// <summary>Down for all requests.</summary>
    bool IsDown { get; set; }

    /// <summary>What it was asked for, however it answered.</summary>
    List<string> Requests { get; }

    /// <summary>What agents see, notes in brackets.</summary>
    IReadOnlyList<string> Shown { get; }

    int Conversations { get; }

    /// <summary>Agents' messages that are marked as failed, with the reason.</summary>
    List<string> Failed { get; }

    /// <summary>The id of the message that was written last.</summary>
    string LastMessage { get; }

    /// <summary>Nobody is with the customer any more.</summary>
    bool IsClosed { get; }

    /// <summary>How many calls of ours it has sent.</summary>
    int Calls { get; }

    /// <param name="agent">Null: back in the queue.</param>
    void Assign(long? agent, string name = "Ana");

    void Write(string text, long agent = 7, string name = "Ana");

    /// <summary>A file without a word.</summary>
    void WriteFile();

    /// <summary>Among agents alone.</summary>
    void Whisper(string text);

    void Type();

    /// <summary>The agent ends it.</summary>
    void End();

    /// <summary>A call of its, as it is on the wire.</summary>
    HttpContext Call(int number);
}

internal enum HubFault
{
    None,
    Down,
    Busy,
    Broken,

    /// <summary>It does what it was asked for, and nobody hears of it.</summary>
    LostAnswer,
}

public enum HubKind
{
    Chatwoot,
    Genesys,
}

internal static class HubCallContext
{
    public static HttpContext Of(string path, string body, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = "POST";
        context.Request.Path = path;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }
}
