using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmartFlexBot.Tests.Shared;

namespace SmartFlexBot.EndToEnd.Tests.Processes;

/// <summary>
/// nginx with the file of deploymentTemplates, names and ports filled in, and a certificate of its own making. Pages of other hosts
/// stand beside it, as a supplier's own site does. Browsers of <see cref="Browser.Chromium"/> find all names under .test on this machine.
/// </summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private const string ChatHost = "chat.supplier.test";

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("nginx-");
    private readonly int _port = FreePort.Take();

    /// <summary>Where browsers reach the bot.</summary>
    public Uri Public => AddressOf(ChatHost);

    public Uri AddressOf(string host) => new($"https://{host}:{_port}");

    public static async Task<TlsProxy> StartAsync(Uri bot)
    {
        var proxy = new TlsProxy();
        await proxy.WriteAsync(bot);
        // It goes into the background when it listens.
        await proxy.RunAsync();
        return proxy;
    }

    /// <summary>A page at "/" of another host.</summary>
    public Task ShowAsync(string host, string html) =>
        File.WriteAllTextAsync(FileName($"{host}.html"), html, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("-s", "stop");
        _files.Delete(recursive: true);
    }

    private static string Nginx() =>
        new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("There is no nginx here. Install it with: apt-get install -y nginx.");

    private async Task WriteAsync(Uri bot)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=smartflexbot tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("*.supplier.test");
        names.AddDnsName("*.elsewhere.test");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        await File.WriteAllTextAsync(FileName("fullchain.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(FileName("privkey.pem"), key.ExportPkcs8PrivateKeyPem());

        var template = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploymentTemplates", "nginx", "smartflexbot.conf"));
        var chat = template
            .Replace("listen 80;", $"listen 127.0.0.1:{FreePort.Take()};", StringComparison.Ordinal)
            .Replace("listen 443", $"listen 127.0.0.1:{_port}", StringComparison.Ordinal)
            .Replace("/etc/ssl/chat.example.com", _files.FullName, StringComparison.Ordinal)
            .Replace("/var/log/nginx", _files.FullName, StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8080", bot.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("chat.example.com", ChatHost, StringComparison.Ordinal);
        await File.WriteAllTextAsync(FileName("nginx.conf"), $$"""
            user {{Environment.UserName}};
            worker_processes 1;
            pid {{FileName("nginx.pid")}};
            events {}
            http {
                client_body_temp_path {{FileName("body")}};
                proxy_temp_path {{FileName("proxy")}};
                fastcgi_temp_path {{FileName("fastcgi")}};
                uwsgi_temp_path {{FileName("uwsgi")}};
                scgi_temp_path {{FileName("scgi")}};
                {{chat}}
                server {
                    listen 127.0.0.1:{{_port}} ssl http2;
                    server_name *.supplier.test *.elsewhere.test;
                    ssl_certificate {{FileName("fullchain.pem")}};
                    ssl_certificate_key {{FileName("privkey.pem")}};
                    access_log off;
                    root {{_files.FullName}};
                    default_type text/html;
                    location / { try_files /$host.html =404; }
                }
            }
            """);
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var deadline = Deadline.Start();
        using var nginx = Process.Start(
            new ProcessStartInfo(
                Nginx(), ["-p", _files.FullName, "-c", FileName("nginx.conf"), "-e", FileName("error.log"), .. arguments]))!;
        await deadline.WaitAsync(nginx.WaitForExitAsync(deadline.Token), () => "nginx neither listens nor ends.");
        if (nginx.ExitCode != 0)
        {
            throw new InvalidOperationException($"nginx ended with {nginx.ExitCode}: {await File.ReadAllTextAsync(FileName("error.log"))}");
        }
    }

    private string FileName(string name) => Path.Combine(_files.FullName, name);
}
