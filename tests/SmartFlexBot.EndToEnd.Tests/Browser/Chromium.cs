using Microsoft.Playwright;
using SmartFlexBot.EndToEnd.Tests.Browser;
using SmartFlexBot.EndToEnd.Tests.Processes;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SmartFlexBot.EndToEnd.Tests.Browser;

/// <summary>The system's own Chromium, one for all tests; each test has a context (cookies, window) of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            throw new InvalidOperationException(
                $"There is no Chromium at {path}. Install it with: apt-get install -y chromium. "
                + "Or set the environment variable CHROMIUM to where it is.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            // A container's root may not use the sandbox, and its /dev/shm is too small.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
                "--host-resolver-rules=MAP *.test 127.0.0.1",
            ],
        });
    }

    internal async Task<ChatBrowser> OpenAsync(Device device, ColorScheme colours = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = device.Size,
            HasTouch = device.IsPhone,
            IsMobile = device.IsPhone,
            DeviceScaleFactor = device.IsPhone ? 2 : 1,
            Locale = "en-GB",
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
            // The TLS proxy makes its certificate itself.
            IgnoreHTTPSErrors = true,
        });
        context.SetDefaultTimeout((float)Deadline.Longest.TotalMilliseconds);
        return new(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
