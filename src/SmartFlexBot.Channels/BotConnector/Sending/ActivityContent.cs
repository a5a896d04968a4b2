using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SmartFlexBot.Channels.BotConnector.Sending;

/// <summary>An activity as the body of a request, which knows whether any of it can have left this machine.</summary>
internal sealed class ActivityContent : HttpContent
{
    private readonly byte[] _utf8;

    public ActivityContent(string json)
    {
        _utf8 = Encoding.UTF8.GetBytes(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    /// <summary>False while there is no connection yet: then nobody can have read it.</summary>
    public bool HasLeft { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        HasLeft = true;
        await stream.WriteAsync(_utf8);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _utf8.Length;
        return true;
    }
}
