using FsCheck;
using FsCheck.Fluent;
using KubeLint.Findings;

namespace KubeLint.Core.Tests.Findings;

public sealed class VisibleTests
{
    [Theory]
    [InlineData("plain 'text' #1 ## [x] é 日本 🚀 e\u0301", "plain 'text' #1 ## [x] é 日本 🚀 e\u0301")]
    [InlineData("a\u0000\t\r\n\u001b[31m\u007f\u0085\u009b", @"a\u0000\u0009\u000d\u000a\u001b[31m\u007f\u0085\u009b")]
    [InlineData("\u2028\u2029\u200b\u200d\u200e\u202e\u2066\ufeff", @"\u2028\u2029\u200b\u200d\u200e\u202e\u2066\ufeff")]
    [InlineData("\u00ad\u034f\u061c\u115f\u180e\u2060\u206f\u3164\uffa0\ufff9\ufffe\uffff", @"\u00ad\u034f\u061c\u115f\u180e\u2060\u206f\u3164\uffa0\ufff9\ufffe\uffff")]
    [InlineData("a\U000E0041b", @"a\udb40\udc41b")]
    [InlineData("⚠\ufe0f ❤\ufe0f 🅰\ufe0f ‼\ufe0f a\ufe0f \ufe0f", "⚠\ufe0f ❤\ufe0f 🅰\ufe0f ‼\ufe0f a\\ufe0f \\ufe0f")]
    [InlineData("##[group]x ##vso[x] ##VsO[x] ##vso", @"#\u0023[group]x #\u0023vso[x] #\u0023VsO[x] #\u0023vso")]
    [InlineData("####[x] ##", @"###\u0023[x] ##")]
    [InlineData("#\u200b#[x]", @"#\u200b#[x]")]
    public void What_is_not_seen_or_would_be_a_command_is_shown(string text, string shown) => Assert.Equal(shown, Visible.Text(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_shown() => Assert.Equal(@"a\ud83d🚀\ude80", Visible.Text("a\ud83d🚀\ude80"));

    [Fact]
    public void A_part_is_shown_as_it_is_beside_the_rest()
    {
        Assert.Equal((@"a#", @"\u0023[b]"), (Visible.Part("a##[b]", 0, 2), Visible.Part("a##[b]", 2, 6)));
        Assert.Equal("", Visible.Part("a##[b]", 2, 2));
    }

    [Theory]
    [InlineData("a/b.yaml", "a/b.yaml")]
    [InlineData("::error::x", "./::error::x")]
    [InlineData(" ::x", "./ ::x")]
    [InlineData("\u3000::x", "./\u3000::x")]
    [InlineData("=x", "./=x")]
    [InlineData("\n::x", @"./\u000a::x")]
    [InlineData("", "")]
    public void A_path_starts_no_command(string path, string shown) => Assert.Equal(shown, Visible.Path(path));

    [Fact]
    public void What_is_shown_needs_no_escape_any_more() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true).WithReplay(20261121, 4711), Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var shown = Visible.Text(text);
            Assert.Equal(shown, Visible.Text(shown));
            Assert.Equal(shown, string.Concat(Enumerable.Range(0, text.Length).Select(i => Visible.Part(text, i, i + 1))));
        }));

    private static readonly Gen<string> Texts =
        from parts in Gen.ListOf(Gen.OneOf(Gen.Elements("#", "##", "[", "vso", "\u200d", "\ufe0f", "⚠", "🚀", "\ud83d", "\ude80", "\udb40", "a"), ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString())))
        select string.Concat(parts);
}
