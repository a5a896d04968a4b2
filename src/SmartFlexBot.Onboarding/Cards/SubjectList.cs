using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartFlexBot.Onboarding.Markets;
using SmartFlexBot.Recognition.Questions;

namespace SmartFlexBot.Onboarding.Cards;

/// <summary>
/// What customers can ask about: cards/answers/subjects.json, with the answers in cards/text/answers. A subject needs no code.
/// </summary>
public sealed class SubjectList
{
    private readonly FrozenDictionary<string, Subject> _subjects;

    private SubjectList(FrozenDictionary<string, Subject> subjects) => _subjects = subjects;

    public IEnumerable<string> Names => _subjects.Keys;

    public Subject this[string name] => _subjects[name];

    /// <exception cref="InvalidDataException">A subject lacks a text, words or a source; the message says which.</exception>
    public static SubjectList Load(string file, Texts texts)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var subjects = JsonSerializer.Deserialize(stream, SubjectJson.Default.DictionaryStringSubject) ?? [];
            return WrongIn(subjects, texts) is { } wrong
                ? throw new InvalidDataException($"{file}: {wrong}.")
                : new(subjects.ToFrozenDictionary(StringComparer.Ordinal));
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{file} is not a JSON object of subjects: {problem.Message}", problem);
        }
    }

    /// <summary>The subject that explains a step to who asks no more than "why?"; null when none does.</summary>
    public string? At(string statusKey) =>
        _subjects.FirstOrDefault(subject => subject.Value.At is { } at && statusKey.EndsWith($".{at}", StringComparison.Ordinal)).Key;

    /// <summary>The key of the answer in this market, and the fact that stands in it.</summary>
    public (string Key, string? Fact) AnswerOf(string name, MarketSettings market, Func<string, string> text)
    {
        var subject = _subjects[name];
        var fact = subject.Fact is { } known ? SupplierFacts.All[known](market, text) : null;
        var otherwise = subject.When?.GetValueOrDefault(fact ?? Subject.Unknown);
        return (KeyOf(otherwise ?? name), fact);
    }

    private static string KeyOf(string answer) => $"answer.{answer}";

    private static string? WrongIn(Dictionary<string, Subject> subjects, Texts texts)
    {
        foreach (var (name, subject) in subjects)
        {
            if (subject is { Fact: { } fact } && !SupplierFacts.All.ContainsKey(fact))
            {
                return $"'{name}' asks for the fact '{fact}'; there are {string.Join(", ", SupplierFacts.All.Keys)}";
            }

            string[] answers = [name, .. subject.When?.Values ?? []];
            if (Array.Find(answers, answer => !texts.Has(KeyOf(answer))) is { } untold)
            {
                return $"'{untold}' has no text '{KeyOf(untold)}' in cards/text/answers";
            }

            foreach (var (language, understood) in QuestionRecogniser.Subjects)
            {
                if (!understood.Contains(name))
                {
                    return $"'{name}' has no words in Recognition/Data/questions.{language}.json";
                }
            }
        }

        return QuestionRecogniser.Subjects.SelectMany(file => file.Value).FirstOrDefault(name => !subjects.ContainsKey(name)) is { } unknown
            ? $"'{unknown}' is understood, but it is not listed here"
            : null;
    }
}

/// <param name="Source">Where the answer comes from: an address with the day it was read, a market's setting, or a text of our own.</param>
/// <param name="Fact">The fact of the market that the answer depends on, as <see cref="SupplierFacts"/> names it; null for none.</param>
/// <param name="When">
/// A value of that fact to the answer that is given instead; <see cref="Unknown"/> is for a market that does not give it.
/// </param>
/// <param name="At">The step that this subject explains, as its status text ends: "why?" is answered with it there.</param>
/// <param name="IsHeardAsDevice">
/// Where a device is asked for, it is heard as one first: "does it work with a Renault 5?" names the car.
/// </param>
public sealed record Subject(
    string Source, string? Fact = null, IReadOnlyDictionary<string, string>? When = null, string? At = null, bool IsHeardAsDevice = false)
{
    public const string Unknown = "unknown";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Dictionary<string, Subject>))]
internal sealed partial class SubjectJson : JsonSerializerContext;
