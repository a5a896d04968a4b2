namespace SmartFlexBot.Evaluation;

internal sealed record Arguments(string What, string File, string? Catalogue)
{
    private const string Usage = "Usage: devices FILE [--catalogue FILE] | consent FILE | folds FILE | questions FILE";

    public static Arguments Parse(string[] arguments) => arguments switch
    {
        ["devices", var file] => new("devices", file, null),
        ["devices", var file, "--catalogue", var catalogue] => new("devices", file, catalogue),
        ["devices", "--catalogue", var catalogue, var file] => new("devices", file, catalogue),
        ["consent", var file] => new("consent", file, null),
        ["folds", var file] => new("folds", file, null),
        ["questions", var file] => new("questions", file, null),
        _ => throw new UsageException(Usage),
    };
}
