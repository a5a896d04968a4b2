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
        await MostAsync(host, PassAsync(Settle));
        var idle = host.ResidentMegabytes;
        Console.WriteLine($"{idle:0} MB resident when idle");

        var opening = SocketCrowd.OpenAsync(host.Http, Conversations, SocketsEach);
        var most = await MostAsync(host, opening);
        var crowd = await opening;
        Console.WriteLine($"{crowd.Open} sockets open, half of them not reading: at most {most - idle:0} MB above idle");

        most = await MostAsync(host, ThenSettleAsync(crowd.PostAsync(LoudConversations, Posts, PostCharacters)));
        Console.WriteLine(
            $"{crowd.Posted} posts of {PostCharacters:N0} characters later, {crowd.Refused} more refused: "
            + $"at most {most - idle:0} MB above idle, {crowd.Received / 1e6:0} MB received");

        most = await MostAsync(host, ThenSettleAsync(crowd.PollUnreadAsync(LoudConversations)));
        Console.WriteLine($"{crowd.Polls} polls of these conversations, none of them read: at most {most - idle:0} MB above idle");

        await crowd.DisposeAsync();
        await MostAsync(host, PassAsync(Afterwards));
        Console.WriteLine($"{Afterwards.TotalSeconds:0} s after all were closed: {host.ResidentMegabytes - idle:0} MB above idle");
    }

    private static async Task ThenSettleAsync(Task load)
    {
        await load;
        await PassAsync(Settle);
    }

    private static async Task PassAsync(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync();
    }

    /// <returns>The most megabytes that were resident meanwhile.</returns>
    private static async Task<double> MostAsync(HostProcess host, Task meanwhile)
    {
        var most = host.ResidentMegabytes;
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!meanwhile.IsCompleted && await often.WaitForNextTickAsync())
        {
            most = Math.Max(most, host.ResidentMegabytes);
        }

        await meanwhile;
        return most;
    }
}
