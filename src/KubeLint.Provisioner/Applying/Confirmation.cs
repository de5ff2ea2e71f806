namespace KubeLint.Provisioner.Applying;

/// <summary>Asks people before anything is done.</summary>
/// <param name="input">Where they answer.</param>
/// <param name="output">Where they are asked.</param>
/// <param name="isTerminal">Whether anybody is there to answer.</param>
/// <param name="isGiven">Whether they have agreed already, on the command line.</param>
internal sealed class Confirmation(TextReader input, TextWriter output, bool isTerminal, bool isGiven)
{
    /// <summary>Whether an answer can be had.</summary>
    public bool IsPossible => isGiven || isTerminal;

    /// <summary>Asks for a word; nothing else is agreement.</summary>
    public async Task<bool> Ask(string question, string word, CancellationToken cancellation)
    {
        if (isGiven) return true;
        output.Write($"{question} Type '{word}': ");
        output.Flush();

        // Reading from a terminal can't be interrupted, so it is left behind.
        return (await Task.Run(input.ReadLine, cancellation).WaitAsync(cancellation))?.Trim() == word;
    }
}
