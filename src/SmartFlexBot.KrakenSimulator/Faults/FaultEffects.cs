namespace SmartFlexBot.KrakenSimulator.Faults;

/// <summary>What faults do to an answer over HTTP, whatever it answers.</summary>
internal sealed class FaultEffects(TimeProvider time)
{
    /// <summary>Longer than any client waits.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromDays(30);

    /// <summary>Faults that strike before anything is done. True when the request is over.</summary>
    public async Task<bool> BeforeAsync(HttpContext http, IReadOnlyList<Fault> struck)
    {
        foreach (var fault in struck)
        {
            switch (fault.Kind)
            {
                case FaultKind.Slow:
                    await Task.Delay(fault.Delay!.Value, time, http.RequestAborted);
                    break;
                case FaultKind.HttpStatus:
                    http.Response.StatusCode = fault.Status!.Value;
                    return true;
                case FaultKind.Malformed:
                    http.Response.ContentType = "application/json";
                    await http.Response.WriteAsync("""{"data":{""", http.RequestAborted);
                    return true;
                case FaultKind.Timeout:
                    await Task.Delay(Never, time, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>Faults that strike when all is done. True when no answer may follow.</summary>
    public async Task<bool> AfterAsync(HttpContext http, IReadOnlyList<Fault> struck)
    {
        foreach (var fault in struck)
        {
            switch (fault.Kind)
            {
                case FaultKind.Late:
                    await Task.Delay(fault.Delay!.Value, time, http.RequestAborted);
                    break;
                case FaultKind.DropAnswer:
                    http.Abort();
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
