namespace SmartFlexBot.BotFramework.Ports;

/// <summary>
/// Somebody else has copies of what is kept of an account. They are asked first: afterwards nobody knows where the copies are.
/// </summary>
public interface IAccountCopies
{
    /// <summary>Asked again, it goes on where it was.</summary>
    /// <exception cref="CopiesNotErasedException">They could not be deleted now; the message says what to do.</exception>
    Task EraseAsync(string accountNumber, CancellationToken cancellationToken);
}

public sealed class CopiesNotErasedException(string message) : Exception(message);
