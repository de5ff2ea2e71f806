using System.CommandLine;

namespace KubeLint.Cli;

/// <summary><c>kubelint completion</c>: prints a script that completes its command lines in a shell.</summary>
internal static class CompletionCommand
{
    // Each asks the tool itself what fits, so that they are right as long as it is: the directive [suggest:POSITION] is
    // System.CommandLine's. Of the names that help has, those for the Windows shell are left out. Where the tool has
    // nothing to say, the shell completes files.
    private static readonly Dictionary<string, (string Install, string Script)> Shells = new()
    {
        ["bash"] = ("eval \"$(kubelint completion bash)\"  # in ~/.bashrc", """
            _kubelint() {
              local word="${COMP_WORDS[COMP_CWORD]}" line
              COMPREPLY=()
              while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$(kubelint "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null | grep -v '^/')" -- "$word")
            }
            complete -o default -F _kubelint kubelint
            """),
        ["zsh"] = ("eval \"$(kubelint completion zsh)\"  # in ~/.zshrc, after compinit", """
            _kubelint() {
              local -a found
              found=(${(f)"$(kubelint "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null | grep -v '^/')"})
              compadd -a found
              _files
            }
            compdef _kubelint kubelint
            """),
        ["fish"] = ("kubelint completion fish > ~/.config/fish/completions/kubelint.fish", """
            complete -c kubelint -a '(set -l line (commandline -cp); kubelint "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -v "/*")'
            """),
        ["pwsh"] = ("kubelint completion pwsh | Out-String | Invoke-Expression  # in $PROFILE", """
            Register-ArgumentCompleter -Native -CommandName kubelint -ScriptBlock {
              param($word, $line, $position)
              kubelint "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" -and $_ -notlike '/*' } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """),
    };

    /// <summary>The command with its argument.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "The shell: bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var command = new TaughtCommand("completion", "Prints a script that completes commands, options and rules in a shell.", string.Join('\n', Shells.Values.Select(s => $"  {s.Install}"))) { shell };
        command.SetAction(parsed =>
        {
            var (install, script) = Shells[parsed.GetValue(shell)!];
            Console.Out.WriteLine($"# {install}");
            Console.Out.WriteLine(script.ReplaceLineEndings("\n"));
            return ExitCode.Clean;
        });
        return command;
    }
}
