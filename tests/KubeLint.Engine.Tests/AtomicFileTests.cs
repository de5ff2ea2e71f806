using System.Diagnostics;
using System.Text;

namespace KubeLint.Engine.Tests;

public sealed class AtomicFileTests
{
    [Theory]
    [InlineData("new.txt")]
    [InlineData("a/folder/new.txt")]
    [InlineData("old.txt")]
    public void A_file_is_written_wherever_it_shall_be(string name)
    {
        using var folder = new TempFolder().Add("old.txt", "before, and longer than what comes");
        AtomicFile.Write(folder.At(name), Bytes("after"));

        Assert.Equal("after", File.ReadAllText(folder.At(name)));
        Assert.Empty(Leftovers(folder));
    }

    [Theory]
    [InlineData(null, "new\n")]
    [InlineData("", "new\n")]
    [InlineData("old\n", "old\nnew\n")]
    [InlineData("old", "old\nnew\n")]
    public void What_is_added_stands_on_lines_of_its_own(string? before, string after)
    {
        using var folder = new TempFolder();
        if (before is not null) folder.Add("a.txt", before);
        AtomicFile.Append(folder.At("a.txt"), Bytes("new\n"));

        Assert.Equal(after, File.ReadAllText(folder.At("a.txt")));
        Assert.NotEmpty(Assert.Throws<IOException>(() => AtomicFile.Append(folder.Path, Bytes("new\n"))).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_full_disk_leaves_the_old_file_and_nothing_else(int room)
    {
        using var folder = new TempFolder().Add("a.txt", "before");

        Assert.Equal("No space left on device", AtomicFile.Reason(Assert.Throws<IOException>(() => AtomicFile.Replace(folder.At("a.txt"), Bytes("after"), null, path => new FullDisk(path, room)))));
        Assert.Throws<IOException>(() => AtomicFile.Replace(folder.At("b.txt"), Bytes("after"), null, path => new FullDisk(path, room)));
        Assert.Equal(("before", folder.At("a.txt")), (File.ReadAllText(folder.At("a.txt")), Assert.Single(Directory.GetFileSystemEntries(folder.Path))));
    }

    [UnixFact]
    public void A_file_keeps_its_permissions_and_no_one_else_may_read_it_meanwhile()
    {
        using var folder = new TempFolder().Add("a.txt", "before");
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(folder.At("a.txt"), mode);
        var meanwhile = UnixFileMode.None;
        AtomicFile.Replace(folder.At("a.txt"), Bytes("after"), () => (meanwhile = File.GetUnixFileMode(Assert.Single(Leftovers(folder)))) == mode);

        Assert.Equal((mode, mode, "after"), (meanwhile, File.GetUnixFileMode(folder.At("a.txt")), File.ReadAllText(folder.At("a.txt"))));
    }

    [UnixFact]
    public void A_link_stays_one_and_its_target_is_written()
    {
        using var folder = new TempFolder().Add("target.txt", "before, and longer than what comes");
        File.CreateSymbolicLink(folder.At("link"), "target.txt");
        File.CreateSymbolicLink(folder.At("dangling"), "made.txt");
        foreach (var link in new[] { "link", "dangling" }) AtomicFile.Write(folder.At(link), Bytes("after"));

        Assert.Equal(("target.txt", "made.txt"), (new FileInfo(folder.At("link")).LinkTarget, new FileInfo(folder.At("dangling")).LinkTarget));
        Assert.Equal(("after", "after"), (File.ReadAllText(folder.At("target.txt")), File.ReadAllText(folder.At("made.txt"))));
    }

    [ProgramFact("/usr/bin/mkfifo")]
    public async Task A_named_pipe_is_written_and_stays_one()
    {
        using var folder = new TempFolder();
        using (var made = Process.Start("/usr/bin/mkfifo", folder.At("pipe"))) await made.WaitForExitAsync();
        var read = Task.Run(() => File.ReadAllText(folder.At("pipe")));
        AtomicFile.Write(folder.At("pipe"), Bytes("after"));

        Assert.Equal("after", await read.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(folder.At("pipe"), Assert.Single(Directory.GetFileSystemEntries(folder.Path)));
    }

    [UnixFact]
    public void A_device_is_written_and_stays_one()
    {
        AtomicFile.Write("/dev/null", Bytes("after"));

        Assert.Equal(0, new FileInfo("/dev/null").Length);
        if (File.Exists("/dev/full")) Assert.Contains("No space left", Assert.Throws<IOException>(() => AtomicFile.Write("/dev/full", Bytes("after"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_says_why_and_leaves_nothing()
    {
        using var folder = new TempFolder().Add("file", "x").Add("sub/x", "x").Add("closed/old", "before");
        File.SetAttributes(folder.At("closed/old"), FileAttributes.ReadOnly);

        Assert.Equal("it is a folder", Refusal("sub"));
        Assert.Equal("it would be in a folder, and a file has that folder's name", Refusal("file/below"));
        if (!Environment.IsPrivilegedProcess) Assert.Equal("access is denied", Refusal("closed/old"));
        if (!OperatingSystem.IsWindows()) Assert.Equal("its name is too long", Refusal(new string('x', 5000)));
        Assert.Empty(Leftovers(folder));
        File.SetAttributes(folder.At("closed/old"), FileAttributes.Normal);

        string Refusal(string name) => Assert.Throws<IOException>(() => AtomicFile.Write(folder.At(name), Bytes("after"))).Message;
    }

    [UnprivilegedFact]
    public void A_folder_that_takes_no_file_is_told()
    {
        using var folder = new TempFolder().Add("in/a.txt", "before");
        File.SetUnixFileMode(folder.At("in"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal("access is denied", Assert.Throws<IOException>(() => AtomicFile.Write(folder.At("in/b.txt"), Bytes("after"))).Message);
        File.SetUnixFileMode(folder.At("in"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static ArraySegment<byte> Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string[] Leftovers(TempFolder folder) => Directory.GetFiles(folder.Path, "*.tmp", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None });

    private sealed class FullDisk(string path, int room) : FileStream(path, FileMode.Create)
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, room);
            throw new IOException("No space left on device");
        }
    }
}
