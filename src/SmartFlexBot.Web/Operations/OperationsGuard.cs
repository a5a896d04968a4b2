using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SmartFlexBot.Web.Page;

namespace SmartFlexBot.Web.Operations;

/// <summary>Lets in who shows the secret as a bearer token. Without a secret there is nothing to find.</summary>
internal sealed class OperationsGuard(IOptions<OperationsOptions> options) : IEndpointFilter
{
    private readonly byte[]? _expected = options.Value.Secret is { Length: > 0 } secret ? Hash($"Bearer {secret}") : null;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (_expected is null)
        {
            return PageError.Result(StatusCodes.Status404NotFound, "NotFound", "There is nothing at this address.");
        }

        // Hashes have one length: the time says nothing about the secret.
        if (CryptographicOperations.FixedTimeEquals(_expected, Hash(context.HttpContext.Request.Headers.Authorization.ToString())))
        {
            return await next(context);
        }

        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return PageError.Result(StatusCodes.Status401Unauthorized, "Unauthorized", "Show Operations:Secret as a bearer token.");
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
