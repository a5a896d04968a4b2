using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
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
    private Process? _process;

    /// <summary>Where browsers reach the bot.</summary>
    public Uri Public => AddressOf(ChatHost);

    public Uri AddressOf(string host) => new($"https://{host}:{_port}");

    public static async Task<TlsProxy> StartAsync(Uri bot)
    {
        var proxy = new TlsProxy();
        await proxy.WriteAsync(bot);
        proxy._process = Process.Start(
            new ProcessStartInfo(Nginx(), ["-p", proxy._files.FullName, "-c", proxy.FileName("nginx.conf"), "-e", "stderr"]))!;
        await proxy.WaitAsync();
        return proxy;
    }

    /// <summary>A page at "/" of another host.</summary>
    public Task ShowAsync(string host, string html) =>
        File.WriteAllTextAsync(FileName($"{host}.html"), html, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

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
            daemon off;
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

    private async Task WaitAsync()
    {
        using var deadline = Deadline.Start();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _port, deadline.Token);
                return;
            }
            catch (SocketException) when (!_process!.HasExited)
            {
                await Task.Delay(20, deadline.Token);
            }
        }
    }

    private string FileName(string name) => Path.Combine(_files.FullName, name);
}
