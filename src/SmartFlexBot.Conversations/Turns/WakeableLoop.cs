namespace SmartFlexBot.Conversations.Turns;

/// <summary>
/// Runs work one at a time; a wake while it runs makes it run once more, so no wake is lost. For use on one scheduler (a grain's).
/// </summary>
internal sealed class WakeableLoop(Func<Task> work)
{
    private bool _running;
    private bool _again;

    public async Task WakeAsync()
    {
        _again = true;
        if (_running)
        {
            return;
        }

        _running = true;
        try
        {
            while (_again)
            {
                _again = false;
                await work();
            }
        }
        finally
        {
            _running = false;
        }
    }

    /// <summary>Runs something else in the work's place, unless something runs now. Wakes meanwhile are made good afterwards.</summary>
    /// <returns>False when it was not run.</returns>
    public async Task<bool> TryRunAsync(Func<Task> instead)
    {
        if (_running)
        {
            return false;
        }

        _running = true;
        try
        {
            await instead();
        }
        finally
        {
            _running = false;
            if (_again)
            {
                _ = WakeAsync();
            }
        }

        return true;
    }
}
