using System.ComponentModel.DataAnnotations;

namespace SmartFlexBot.Web.Hosting;

/// <summary>What the web server takes on at the same time (section "Server").</summary>
public sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>Open connections of any kind. The system's own limit of open files has to be higher.</summary>
    [Range(10, 1_000_000, ErrorMessage = "Server:Connections must lie between 10 and 1000000; 20000 is usual.")]
    public int Connections { get; set; } = 20_000;

    /// <summary>Of them, WebSockets.</summary>
    [Range(10, 1_000_000, ErrorMessage = "Server:Sockets must lie between 10 and 1000000; 10000 is usual.")]
    public int Sockets { get; set; } = 10_000;
}
