using System.Collections;
using System.Globalization;
using System.Text;
using KubeLint.Engine;
using Microsoft.Build.Framework;

namespace KubeLint.Build;

/// <summary>
/// Settles which of several projects in one build tells of a file: the first to ask. MSBuild builds a target once for each
/// project and set of global properties, in whatever process; so a project without any, asked for its token, gives
/// all tasks of one build the same answer and tasks of other builds another. Under that token a file can be made once.
/// </summary>
/// <param name="engine">The engine of the task that asks.</param>
/// <param name="tokenProject">The full path of the project that makes the token.</param>
internal sealed class BuildClaim(IBuildEngine engine, string tokenProject)
{
    private const string TokenTarget = "GetBuildToken";

    private string? token;

    /// <summary>Whether this task is the first of the build to claim a file. Where that can't be settled it is.</summary>
    /// <param name="file">The full path of the file.</param>
    /// <exception cref="FileNotFoundException">The project that makes the token is not there.</exception>
    public bool TryTake(string file)
    {
        if (engine is not IBuildEngine6 engine6) return true;
        token ??= GetToken(engine6) ?? "";
        if (token.Length == 0) return true;
        var path = Path.Combine(Path.GetTempPath(), $"kubelint-{token}-{Name(file)}");
        try
        {
            // MSBuild disposes of it at the end of the build, and that deletes the file.
            var claim = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.DeleteOnClose);
            engine6.RegisterTaskObject(path, claim, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Twice is better than never.
            return true;
        }
    }

    private string? GetToken(IBuildEngine6 engine6)
    {
        // MSBuild would call that an error of the build.
        if (!File.Exists(tokenProject)) throw new FileNotFoundException($"Could not find '{tokenProject}', which belongs to the package");
        var result = engine6.BuildProjectFilesInParallel(
            [tokenProject], [TokenTarget], new IDictionary[1], [[.. engine6.GetGlobalProperties().Keys]], new string[1], returnTargetOutputs: true);
        return result.Result && result.TargetOutputsPerProject[0].TryGetValue(TokenTarget, out var items) && items is [var item, ..] ? item.ItemSpec : null;
    }

    // Paths are too long for a file's name.
    private static string Name(string file)
    {
        var bytes = Encoding.UTF8.GetBytes(Path.DirectorySeparatorChar == '\\' ? file.ToUpperInvariant() : file);
        return Checksum.Of(bytes, bytes.Length).ToString("x16", CultureInfo.InvariantCulture);
    }
}
