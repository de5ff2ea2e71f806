using KubeLint.Engine.Fixing;

namespace KubeLint.Cli.Tests;

public sealed class FileWriterTests
{
    [Fact]
    public void A_file_that_changed_meanwhile_is_left_as_it_is()
    {
        using var folder = new TempFolder().Add("a.yaml", "meanwhile").Add("gone.yaml").Add("longer.yaml", "before, and more");
        File.Delete(folder.At("gone.yaml"));
        var writer = new FileWriter([folder.Path]);

        Assert.All(["a.yaml", "gone.yaml", "longer.yaml"], name => Assert.Equal("it has changed since it was read, and was left as it is; run this again", writer.Write(Replacing(folder, name))));
        Assert.Equal(("meanwhile", 2), (File.ReadAllText(folder.At("a.yaml")), Directory.GetFiles(folder.Path).Length));
    }

    [Fact]
    public void A_file_that_changes_while_the_new_one_is_written_is_left_as_it_is()
    {
        using var folder = new TempFolder().Add("a.yaml", "before");
        var writer = new FileWriter([folder.Path], path =>
        {
            folder.Add("a.yaml", "during");
            return File.Create(path);
        });

        Assert.StartsWith("it has changed since it was read", writer.Write(Replacing(folder, "a.yaml")), StringComparison.Ordinal);
        Assert.Equal(("during", folder.At("a.yaml")), (File.ReadAllText(folder.At("a.yaml")), Assert.Single(Directory.GetFileSystemEntries(folder.Path))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_full_disk_leaves_the_old_file_and_nothing_else(int room)
    {
        using var folder = new TempFolder().Add("a.yaml", "before").Add("b.yaml", "before");
        var writer = new FileWriter([folder.Path], path =>
        {
            Assert.StartsWith(".kubelint-", Path.GetFileName(path), StringComparison.Ordinal);
            Assert.Equal((folder.Path, ".tmp"), (Path.GetDirectoryName(path), Path.GetExtension(path)));
            return new FullDisk(path, room);
        });

        Assert.Equal("it can't be written: No space left on device", writer.Write(Replacing(folder, "a.yaml")));
        Assert.Equal(["a.yaml", "b.yaml"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal("before", File.ReadAllText(folder.At("a.yaml")));
        Assert.Null(new FileWriter([folder.Path]).Write(Replacing(folder, "b.yaml")));
        Assert.Equal("after", File.ReadAllText(folder.At("b.yaml")));
    }

    [Fact]
    public void Until_the_new_file_is_whole_the_old_one_stands_there()
    {
        using var folder = new TempFolder().Add("a.yaml", "before");
        var seen = new List<string>();
        var writer = new FileWriter([folder.Path], path => new Watched(path, () => seen.Add(File.ReadAllText(folder.At("a.yaml")))));

        Assert.Null(writer.Write(Replacing(folder, "a.yaml")));
        Assert.Equal(["before", "before"], seen);
        Assert.Equal("after", File.ReadAllText(folder.At("a.yaml")));
    }

    [UnixFact]
    public void One_file_with_two_names_is_written_once()
    {
        using var folder = new TempFolder().Add("a.yaml", "before");
        File.CreateSymbolicLink(folder.At("b.yaml"), folder.At("a.yaml"));
        var writer = new FileWriter([folder.Path]);

        Assert.Equal([null, null], new[] { "a.yaml", "b.yaml" }.Select(name => writer.Write(Replacing(folder, name))));
        Assert.Equal("after", File.ReadAllText(folder.At("b.yaml")));
        Assert.NotNull(new FileInfo(folder.At("b.yaml")).LinkTarget);
    }

    [UnixFact]
    public void A_link_is_seen_wherever_on_the_way_it_stands()
    {
        using var folder = new TempFolder().Add("real/x/a.yaml").Add("elsewhere/b.yaml").Add("rea/c.yaml");
        Directory.CreateSymbolicLink(folder.At("way"), "real/../real/./x");
        File.CreateSymbolicLink(folder.At("real/x/out.yaml"), "../../elsewhere/b.yaml");
        File.CreateSymbolicLink(folder.At("real/x/round.yaml"), "round.yaml");
        File.CreateSymbolicLink(folder.At("real/x/nowhere.yaml"), "gone.yaml");
        var writer = new FileWriter([folder.At("way")]);

        Assert.Equal(folder.At("real/x/a.yaml"), RealPath.Of(folder.At("way/a.yaml")));
        Assert.Null(writer.WhyKept(folder.At("way/a.yaml")));
        Assert.Null(writer.WhyKept(folder.At("way/nowhere.yaml")));
        Assert.Contains("which is outside of what was named", writer.WhyKept(folder.At("way/out.yaml")), StringComparison.Ordinal);
        Assert.Contains("lead in a circle", writer.WhyKept(folder.At("way/round.yaml")), StringComparison.Ordinal);
        Assert.NotNull(new FileWriter([folder.At("real/x/out.yaml")]).WhyKept(folder.At("real/x/out.yaml")));
        Assert.NotNull(new FileWriter([folder.At("rea")]).WhyKept(folder.At("real/x/a.yaml")));
    }

    [UnprivilegedFact]
    public void A_folder_that_takes_no_file_is_told()
    {
        using var folder = new TempFolder().Add("in/a.yaml", "before");
        File.SetUnixFileMode(folder.At("in"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal("it can't be written: access is denied", new FileWriter([folder.Path]).Write(Replacing(folder, "in/a.yaml")));
        File.SetUnixFileMode(folder.At("in"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FixedFile Replacing(TempFolder folder, string name) => new(name, folder.At(name), "before"u8.ToArray(), "after"u8.ToArray(), []);

    private sealed class FullDisk(string path, int room) : FileStream(path, FileMode.Create)
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, room);
            throw new IOException("No space left on device");
        }
    }

    private sealed class Watched(string path, Action look) : FileStream(path, FileMode.Create)
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, 2);
            Flush(flushToDisk: false);
            look();
            base.Write(buffer, offset + 2, count - 2);
            look();
        }
    }
}
