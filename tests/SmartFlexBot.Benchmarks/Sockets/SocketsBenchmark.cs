namespace SmartFlexBot.Benchmarks.Sockets;

/// <summary>What the host's memory comes to when many customers are connected, and half of them do not read what it sends.</summary>
internal static class SocketsBenchmark
{
    private const int Conversations = 1_000;
    private const int SocketsEach = 5;

    /// <summary>As much as the attack of 2026-11-26: 5 MB, which every socket of the conversation is to get.</summary>
    private const int LoudConversations = 40;
    private const int Posts = 20;
    private const int PostCharacters = 250_000;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(60);

    public static async Task RunAsync()
    {
        await using var host = await HostProcess.StartAsync();
        await WaitAsync(host, Settle);
        var idle = host.ResidentMegabytes;
        Console.WriteLine($"{idle:0} MB resident when idle");

        var crowd = await SocketCrowd.OpenAsync(host.Http, Conversations, SocketsEach);
        Console.WriteLine($"{crowd.Open} sockets open, half of them not reading: {host.ResidentMegabytes - idle:0} MB above idle");

        await crowd.PostAsync(LoudConversations, Posts, PostCharacters);
        var most = await WaitAsync(host, Settle);
        Console.WriteLine(
            $"{crowd.Posted} posts of {PostCharacters:N0} characters later, {crowd.Refused} more refused: "
            + $"at most {most - idle:0} MB above idle, {crowd.Received / 1e6:0} MB received");

        await crowd.DisposeAsync();
        await WaitAsync(host, Afterwards);
        Console.WriteLine($"{Afterwards.TotalSeconds:0} s after all were closed: {host.ResidentMegabytes - idle:0} MB above idle");
    }

    /// <returns>The most that was resident meanwhile.</returns>
    private static async Task<double> WaitAsync(HostProcess host, TimeSpan time)
    {
        var most = host.ResidentMegabytes;
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var left = time; left > TimeSpan.Zero && await often.WaitForNextTickAsync(); left -= often.Period)
        {
            most = Math.Max(most, host.ResidentMegabytes);
        }

        return most;
    }
}
