using KubeLint.Analyzers.Tests;

namespace KubeLint.CodeFixes.Tests;

/// <summary>How one member is written into a StorageClass, or changed there, as the code around it is written.</summary>
public sealed class ClassTests
{
    public static TheoryData<string, string, string> Styles => new()
    {
        {
            "a member on a line of its own",
            """
            return new V1StorageClass
            {
                Provisioner = "csi.scaleway.com",
            };
            """,
            """
            return new V1StorageClass
            {
                Provisioner = "csi.scaleway.com",
                VolumeBindingMode = "WaitForFirstConsumer",
            };
            """
        },
        {
            "no comma behind the last member",
            """
            return new V1StorageClass
            {
                Provisioner = "csi.scaleway.com"
            };
            """,
            """
            return new V1StorageClass
            {
                Provisioner = "csi.scaleway.com",
                VolumeBindingMode = "WaitForFirstConsumer"
            };
            """
        },
        {
            "a comment behind the last member",
            """
            return new()
            {
                Provisioner = "csi.scaleway.com" // block storage
                // more to come
            };
            """,
            """
            return new()
            {
                Provisioner = "csi.scaleway.com", // block storage
                VolumeBindingMode = "WaitForFirstConsumer"
                // more to come
            };
            """
        },
        {
            "a comment behind the comma",
            """
            return new() {
                Provisioner = "csi.scaleway.com", /* block */ // storage
            };
            """,
            """
            return new() {
                Provisioner = "csi.scaleway.com", /* block */ // storage
                VolumeBindingMode = "WaitForFirstConsumer",
            };
            """
        },
        { "one line", "return new() { Provisioner = \"csi.scaleway.com\" };", "return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = \"WaitForFirstConsumer\" };" },
        { "one line that ends with a comma", "return new V1StorageClass { Provisioner = \"csi.scaleway.com\", };", "return new V1StorageClass { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = \"WaitForFirstConsumer\", };" },
        { "the value is written", "return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = /* so far */ \"Immediate\" };", "return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = /* so far */ \"WaitForFirstConsumer\" };" },
        { "the value is null", "return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = null };", "return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = \"WaitForFirstConsumer\" };" },
        { "a constant of its own", "const string mode = \"Immediate\"; return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = mode };", "const string mode = \"WaitForFirstConsumer\"; return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = mode };" },
        { "a constant that others use", "Console.WriteLine(Mode); return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = Mode };", "Console.WriteLine(Mode); return new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = \"WaitForFirstConsumer\" };" },
        { "Initialize", "return new V1StorageClass { Provisioner = \"csi.scaleway.com\" }.Initialize();", "return new V1StorageClass { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = \"WaitForFirstConsumer\" }.Initialize();" },
        {
            "assignments",
            """
            var made = new V1StorageClass();
            made.Metadata = new() { Name = "fast" };
            made.Provisioner = "csi.scaleway.com"; // block storage
            Console.WriteLine(made);
            return made;
            """,
            """
            var made = new V1StorageClass();
            made.Metadata = new() { Name = "fast" };
            made.Provisioner = "csi.scaleway.com"; // block storage
            made.VolumeBindingMode = "WaitForFirstConsumer";
            Console.WriteLine(made);
            return made;
            """
        },
        { "a later assignment", "var made = new V1StorageClass { Provisioner = \"csi.scaleway.com\" }; made.VolumeBindingMode = \"Immediate\"; return made;", "var made = new V1StorageClass { Provisioner = \"csi.scaleway.com\" }; made.VolumeBindingMode = \"WaitForFirstConsumer\"; return made;" },
        {
            "a copy",
            """
            var one = new V1StorageClass { Provisioner = "csi.scaleway.com", VolumeBindingMode = "WaitForFirstConsumer" };
            return one with
            {
                VolumeBindingMode = "Immediate",
            };
            """,
            """
            var one = new V1StorageClass { Provisioner = "csi.scaleway.com", VolumeBindingMode = "WaitForFirstConsumer" };
            return one with
            {
                VolumeBindingMode = "WaitForFirstConsumer",
            };
            """
        },
        { "several on one line", "return flag ? new() { Provisioner = \"csi.scaleway.com\" } : null;", "return flag ? new() { Provisioner = \"csi.scaleway.com\", VolumeBindingMode = \"WaitForFirstConsumer\" } : null;" },
        {
            "a directive behind a member",
            """
            return new()
            {
                Provisioner = "csi.scaleway.com",
            #if EXPAND
                AllowVolumeExpansion = true,
            #endif
            };
            """,
            """
            return new()
            {
                Provisioner = "csi.scaleway.com",
                VolumeBindingMode = "WaitForFirstConsumer",
            #if EXPAND
                AllowVolumeExpansion = true,
            #endif
            };
            """
        },
        {
            "a directive before all members",
            """
            return new()
            {
            #if !EXPAND
                AllowVolumeExpansion = true,
            #endif
                Provisioner = "csi.scaleway.com"
            };
            """,
            """
            return new()
            {
                VolumeBindingMode = "WaitForFirstConsumer",
            #if !EXPAND
                AllowVolumeExpansion = true,
            #endif
                Provisioner = "csi.scaleway.com"
            };
            """
        },
        {
            "a long line",
            """return new() { Provisioner = "csi.scaleway.com", Metadata = new() { Name = "a-name-that-fills-the-line", Labels = Labels }, ReclaimPolicy = "Retain" };""",
            """
            return new()
            {
                Provisioner = "csi.scaleway.com",
                Metadata = new() { Name = "a-name-that-fills-the-line", Labels = Labels },
                ReclaimPolicy = "Retain",
                VolumeBindingMode = "WaitForFirstConsumer",
            };
            """
        },
    };

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task A_member_is_written_as_its_neighbours_are(string style, string source, string wanted)
    {
        Assert.NotNull(style);
        await new Verifier { Expected = "KUBE3001" }.VerifyFix(InClass(source), InClass(wanted));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Line_ends_and_tabs_stay(string style, string source, string wanted)
    {
        Assert.NotNull(style);
        static string Other(string text) => InClass(text).Replace("    ", "\t").Replace("\n", "\r\n");
        await new Verifier { Expected = "KUBE3001" }.VerifyFix(Other(source), Other(wanted));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Unfinished_code_is_no_error(string style, string source, string wanted)
    {
        Assert.NotNull(style + wanted);
        var verifier = new Verifier { Expected = "KUBE3001", IsUnfinished = true };
        var code = InClass(source);
        for (var length = 1; length < code.Length; length += 61)
        {
            var project = verifier.ProjectOf(code[..length]);
            foreach (var found in await verifier.Find(project)) await Verifier.Offered(project, found);
        }
    }

    private static string InClass(string body) => $$"""
        class Sample
        {
            private const string Mode = "Immediate";

            private static readonly Dictionary<string, string> Labels = new() { ["tier"] = "data" };

            public V1StorageClass Make(bool flag)
            {
                {{body.Replace("\n", "\n        ").Replace("        #", "#")}}
            }
        }

        """;
}
