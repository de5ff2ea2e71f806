using System.CommandLine;
using KubeLint.Syntax;

namespace KubeLint.Cli;

/// <summary>The part of a command line that says what is read.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> paths;
    private readonly Option<string[]> exclude;
    private readonly bool takesRules;

    /// <summary>Creates them.</summary>
    /// <param name="verb">What the command does with what it reads.</param>
    /// <param name="takesRules">Whether rules can be left out as well.</param>
    public InputOptions(string verb, bool takesRules)
    {
        this.takesRules = takesRules;
        paths = new("PATH")
        {
            Description = $"Files and folders to {verb}; - for standard input. By default the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        exclude = new("--exclude")
        {
            Description = $"Leave out files and folders, written as in .gitignore{(takesRules ? ", or rules by id or name" : "")}; with commas or repeated.",
            HelpName = takesRules ? "PATTERN|RULE" : "PATTERN",
        };
        if (takesRules) exclude.CompletionSources.Add(_ => RuleNames.Completions);
    }

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(paths);
        command.Options.Add(exclude);
    }

    /// <summary>What a command line asks to read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="error">Where to tell what is wrong with it.</param>
    /// <returns>Null where something is.</returns>
    public Inputs? Of(ParseResult parsed, TextWriter error)
    {
        var values = RuleNames.Split(parsed.GetValue(exclude) ?? []).ToList();
        var rules = takesRules ? values.Where(RuleNames.LooksLikeRule).ToList() : [];
        var ids = RuleNames.Rules(rules, out var problem);
        var inputs = Inputs.Of(parsed.GetValue(paths)) with { Excluded = [.. values.Except(rules)], ExcludedRules = ids };
        problem ??= inputs.WhatIsMissing(name => Spelling.Nearest(name, CommandRun.OptionNames(parsed.CommandResult)));
        if (problem is null) return inputs;
        error.WriteLine($"kubelint: {problem}");
        return null;
    }
}
