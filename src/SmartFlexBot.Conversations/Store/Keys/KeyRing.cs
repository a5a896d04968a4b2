using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SmartFlexBot.Conversations.Store.Keys;

/// <summary>Data protection's keys in the store: locked, where the settings name something outside it that locks them.</summary>
internal sealed partial class KeyRing(IKeyStore store, KeyRingLock ringLock, IHostEnvironment environment, ILogger<KeyRing> logger)
    : IXmlRepository
{
    /// <summary>Locks what was kept before there was a lock, and says where there is none.</summary>
    public void MakeReady()
    {
        if (!ringLock.IsSet)
        {
            if (environment.IsProduction())
            {
                Log.Unlocked(logger);
            }

            return;
        }

        foreach (var key in store.ReadRing().Where(key => !KeyRingLock.IsLocked(key.Text)))
        {
            store.ReplaceInRing(key.Id, ringLock.Lock(key.Text));
        }
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.ReadRing().Select(Read).OfType<XElement>()];

    public void StoreElement(XElement element, string friendlyName)
    {
        var xml = element.ToString(SaveOptions.DisableFormatting);
        store.AddToRing(friendlyName, ringLock.IsSet ? ringLock.Lock(xml) : xml);
    }

    /// <returns>Null for a key that is damaged: what others protect still opens.</returns>
    private XElement? Read(StoredKey key)
    {
        try
        {
            return XElement.Parse(KeyRingLock.IsLocked(key.Text) ? ringLock.Unlock(key.Text) : key.Text);
        }
        catch (Exception exception) when (exception is XmlException or CryptographicException or FormatException)
        {
            Log.Damaged(logger, key.Name, exception.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Key {Name} of the key ring cannot be read ({Reason}): what it protects stays closed.")]
        public static partial void Damaged(ILogger logger, string name, string reason);

        [LoggerMessage(2, LogLevel.Warning,
            "The keys of the database lie open in it: who has the file can read it. Set KeyRing:KeyFile or KeyRing:CertificatePath.")]
        public static partial void Unlocked(ILogger logger);
    }
}
