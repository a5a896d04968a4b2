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
        var app = builder.Build();
        try
        {
            app.MapKrakenSimulator();
        }
        catch (OptionsValidationException settings)
        {
            Console.Error.WriteLine(settings.Message);
            return 1;
        }

        app.Run();
        return 0;
    }
}
