using SmartFlexBot.Onboarding.Turns;
using SmartFlexBot.Recognition.Requests;

namespace SmartFlexBot.Onboarding.Flow;

/// <summary>What the customer said while Kraken could not be read: an answer, and a request.</summary>
internal sealed class Unheard(Conversation conversation)
{
    /// <summary>What was kept is no more: something is said that takes its place, or it is taken up.</summary>
    public Kept Take()
    {
        var kept = new Kept(conversation.Memory.Unheard, conversation.Memory.UnheardRequest);
        conversation.Remember(memory => memory with { Unheard = null, UnheardRequest = null });
        return kept;
    }

    /// <param name="earlier">What was kept before; null when it still is.</param>
    public void Keep(Reply reply, Kept? earlier)
    {
        var (answer, request) = earlier ?? Take();
        var isRequest = !reply.IsCard && RequestRecogniser.Recognise(reply.Text) is not null;
        conversation.Remember(memory => memory with
        {
            Unheard = isRequest ? answer : AnswerOf(reply, answer),
            UnheardRequest = isRequest ? reply : request,
        });
    }

    /// <summary>
    /// A button rather than what was typed after it; and of two texts the first, but that the first words of a conversation may come in
    /// several messages.
    /// </summary>
    private Reply AnswerOf(Reply reply, Reply? earlier)
    {
        if (earlier is null || reply.IsCard)
        {
            return reply;
        }

        var together = earlier with { Text = $"{earlier.Text}\n{reply.Text}" };
        var isOneAnswer = conversation.Memory.Asking is null && !earlier.IsCard && together.Text.Length <= Reply.MaximumLength;
        return isOneAnswer ? together : earlier;
    }
}

internal sealed record Kept(Reply? Answer, Reply? Request);
