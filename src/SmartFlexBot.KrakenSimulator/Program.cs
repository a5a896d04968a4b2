using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace SmartFlexBot.KrakenSimulator;

/// <summary>The simulator as a process of its own.</summary>
/// <remarks>In a namespace, so that a test project that refers to this room and to the host still has one Program.</remarks>
internal static class Program
{
    private static int Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        // Whoever starts it alone wants it; whether it may run here is still checked.
        builder.Configuration["Simulator:Enabled"] = "true";
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls("http://localhost:3980");
        }

        builder.Services.AddKrakenSimulator(builder.Configuration);
        try
        {
            var app = builder.Build();
            app.MapKrakenSimulator();
            app.Run();
            return 0;
        }
        catch (Exception problem)
            when (problem is OptionsValidationException or IOException or UnauthorizedAccessException or SocketException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }
}
