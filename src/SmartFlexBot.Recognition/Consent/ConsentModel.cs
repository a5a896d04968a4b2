using SmartFlexBot.Recognition.Words;

namespace SmartFlexBot.Recognition.Consent;

/// <summary>How likely each reading of an answer is; together 1.</summary>
internal readonly record struct ConsentOdds(double Unclear, double Yes, double No, double Question);

/// <summary>
/// Multinomial logistic regression over <see cref="ConsentFeatures"/>, learned when first used from the labelled answers and the word
/// lists that come with the code: some tens of milliseconds, always in the same order, so always the same. ML.NET does it too, but with
/// native libraries beside the bot and an engine that one thread uses at a time.
/// </summary>
internal sealed class ConsentModel
{
    private const int Labels = 4;
    private const int Rounds = 15;
    private const float Rate = 0.25f;
    private const float Pull = 0.0004f;

    // A prime visits every example once a round, the languages and labels mixed.
    private const int Stride = 7919;

    private readonly float[] _weights = new float[ConsentFeatures.Places * Labels];

    public static ConsentModel Shipped { get; } = Learn(ConsentExamples.All);

    public static ConsentModel Learn(IReadOnlyList<ConsentExample> examples)
    {
        var model = new ConsentModel();
        var read = ConsentPhrases.Examples.Concat(examples.Select(example => (example.Text, example.Label)))
            .Select(example => (Features: ConsentFeatures.Of(Normaliser.Read(example.Text)), example.Label))
            .ToList();
        var squares = new float[model._weights.Length];
        for (var step = 0; step < Rounds * read.Count; step++)
        {
            var (features, label) = read[(int)((long)step * Stride % read.Count)];
            model.Learn(features, (int)label, squares);
        }
        return model;
    }

    public ConsentOdds Weigh(Utterance utterance)
    {
        Span<double> odds = stackalloc double[Labels];
        Weigh(ConsentFeatures.Of(utterance), odds);
        return new(
            odds[(int)ConsentLabel.Unclear], odds[(int)ConsentLabel.Yes], odds[(int)ConsentLabel.No], odds[(int)ConsentLabel.Question]);
    }

    /// <summary>AdaGrad: a feature that was seen often moves little.</summary>
    private void Learn(int[] features, int label, float[] squares)
    {
        Span<double> odds = stackalloc double[Labels];
        Weigh(features, odds);
        foreach (var feature in features)
        {
            for (var l = 0; l < Labels; l++)
            {
                var at = feature * Labels + l;
                var slope = (float)odds[l] - (l == label ? 1 : 0) + Pull * _weights[at];
                squares[at] += slope * slope;
                _weights[at] -= Rate * slope / MathF.Sqrt(squares[at] + 1e-6f);
            }
        }
    }

    private void Weigh(int[] features, Span<double> odds)
    {
        odds.Clear();
        foreach (var feature in features)
        {
            for (var l = 0; l < Labels; l++)
            {
                odds[l] += _weights[feature * Labels + l];
            }
        }
        var sum = 0.0;
        var highest = Math.Max(Math.Max(odds[0], odds[1]), Math.Max(odds[2], odds[3]));
        for (var l = 0; l < Labels; l++)
        {
            odds[l] = Math.Exp(odds[l] - highest);
            sum += odds[l];
        }
        for (var l = 0; l < Labels; l++)
        {
            odds[l] /= sum;
        }
    }
}
