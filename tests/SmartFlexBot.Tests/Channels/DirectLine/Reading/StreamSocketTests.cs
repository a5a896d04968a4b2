using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using SmartFlexBot.Channels.DirectLine;
using SmartFlexBot.Channels.DirectLine.Reading;

namespace SmartFlexBot.Tests.Channels.DirectLine.Reading;

/// <summary>A client that takes nothing, whatever the buffers between us hold.</summary>
public sealed class StreamSocketTests : IDisposable
{
    private static readonly byte[] Frame = new byte[40 * 1024];

    private readonly FakeTimeProvider _time = new();
    private readonly StuckSocket _client = new();
    private readonly StreamSocket _socket;

    public StreamSocketTests() => _socket = new(_client, _time);

    [Fact]
    public async Task A_frame_goes_out_in_pieces_each_when_the_last_was_taken()
    {
        var sending = _socket.SendAsync(Frame);
        _client.Pieces.ShouldBe([(16 * 1024, false)]);
        for (var piece = 0; piece < 3; piece++)
        {
            await _client.TakeAsync();
        }

        (await sending).ShouldBeTrue();
        _client.Pieces.ShouldBe([(16 * 1024, false), (16 * 1024, false), (8 * 1024, true)]);
    }

    [Fact]
    public async Task Who_takes_nothing_for_half_a_minute_is_told_so_and_closed()
    {
        var sending = _socket.SendAsync(Frame);
        _time.Advance(ReaderPatience.Limit - TimeSpan.FromMilliseconds(1));
        _socket.Ended.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await sending).ShouldBeFalse();
        await _socket.Ended;
        await _socket.CloseAsync(Task.CompletedTask);
        _client.Closed.ShouldBe((WebSocketCloseStatus.PolicyViolation, ReaderPatience.TooSlow));
    }

    [Fact]
    public async Task After_it_was_cut_nothing_more_is_sent()
    {
        var sending = _socket.SendAsync(Frame);
        _socket.Cut(ClientBytes.Crowded);
        (await sending).ShouldBeFalse();
        await _client.TakeAsync();

        (await _socket.SendAsync(Frame)).ShouldBeFalse();
        _client.Pieces.Count.ShouldBe(1, "a frame in the middle of another would be an error of the protocol");
    }

    [Fact]
    public async Task Who_takes_its_pieces_slowly_has_half_a_minute_for_a_whole_frame()
    {
        var sending = _socket.SendAsync(Frame);
        _time.Advance(TimeSpan.FromSeconds(20));
        await _client.TakeAsync();
        _time.Advance(TimeSpan.FromSeconds(20));

        (await sending).ShouldBeFalse();
    }

    public void Dispose()
    {
        _socket.Dispose();
        _client.Dispose();
    }

    /// <summary>What it is sent waits until the test takes it.</summary>
    private sealed class StuckSocket : WebSocket
    {
        private readonly Channel<TaskCompletionSource> _waiting = Channel.CreateUnbounded<TaskCompletionSource>();

        public List<(int Length, bool IsLast)> Pieces { get; } = [];

        public (WebSocketCloseStatus, string?) Closed { get; private set; }

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Open;

        public override string? SubProtocol => null;

        /// <summary>Takes one piece, as soon as there is one.</summary>
        public async Task TakeAsync() => (await _waiting.Reader.ReadAsync(TestContext.Current.CancellationToken)).SetResult();

        public override Task SendAsync(
            ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            Pieces.Add((buffer.Count, endOfMessage));
            var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Writer.TryWrite(taken);
            return taken.Task;
        }

        public override Task CloseOutputAsync(
            WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
        {
            Closed = (closeStatus, statusDescription);
            return Task.CompletedTask;
        }

        public override Task CloseAsync(
            WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
            new TaskCompletionSource<WebSocketReceiveResult>().Task;

        public override void Abort()
        {
        }

        public override void Dispose()
        {
        }
    }
}
