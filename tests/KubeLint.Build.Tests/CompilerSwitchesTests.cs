using KubeLint.Configuration;

namespace KubeLint.Build.Tests;

/// <summary>
/// What switches make of severities. KubeLint.Package.Tests compares some of these with the compiler; here are all of them.
/// </summary>
public sealed class CompilerSwitchesTests
{
    private const string Rule = "KUBE1001";

    public static TheoryData<string, string, string, bool, Severity> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string, bool, Severity>();
            foreach (var severity in new[] { Severity.None, Severity.Info, Severity.Warning, Severity.Error })
            {
                foreach (var bits in Enumerable.Range(0, 16))
                    data.Add(List(bits & 1), List(bits & 2), List(bits & 4), (bits & 8) != 0, severity);
            }

            return data;

            static string List(int bit) => bit == 0 ? "CS0169" : $"CS0169;{Rule}";
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lists_and_TreatWarningsAsErrors_meet_as_in_the_compiler(string noWarn, string asErrors, string notAsErrors, bool treat, Severity configured)
    {
        var (isSilenced, isError, isNotError) = (noWarn.Contains(Rule, StringComparison.Ordinal), asErrors.Contains(Rule, StringComparison.Ordinal), notAsErrors.Contains(Rule, StringComparison.Ordinal));
        var expected = configured switch
        {
            Severity.None => Severity.None,
            _ when isSilenced => Severity.None,
            Severity.Info => isError && !isNotError ? Severity.Error : Severity.Info,
            Severity.Warning => isError || (treat && !isNotError) ? Severity.Error : Severity.Warning,
            _ => isNotError && !isError ? Severity.Warning : Severity.Error,
        };

        Assert.Equal(expected, new CompilerSwitches(noWarn, asErrors, notAsErrors, treat, null).Apply(Rule, configured));
    }

    [Theory]
    [InlineData(null, "info warning error")]
    [InlineData("", "info warning error")]
    [InlineData("error", "info warning error")]
    [InlineData(" Warning ", "info error error")]
    [InlineData("INFO", "error error error")]
    [InlineData("never", "info warning warning")]
    public void KubeLintFailOn_says_from_which_severity_on_findings_fail(string? failOn, string severities)
    {
        var switches = new CompilerSwitches(null, null, null, false, failOn);

        Assert.True(switches.IsUnderstood);
        Assert.Equal(severities, All(switches, Rule));
        Assert.Equal(Severity.None, switches.Apply(Rule, Severity.None));
    }

    [Theory]
    [InlineData("sometimes")]
    [InlineData("warnings")]
    [InlineData("2")]
    [InlineData("error;warning")]
    public void A_value_that_there_is_not_changes_nothing(string failOn)
    {
        var switches = new CompilerSwitches(null, null, null, false, failOn);

        Assert.False(switches.IsUnderstood);
        Assert.False(switches.FailsNever);
        Assert.Equal("info warning error", All(switches, Rule));
    }

    [Fact]
    public void KubeLintFailOn_gives_way_to_lists_that_name_the_rule()
    {
        Assert.Equal("none none none", All(new CompilerSwitches(Rule, null, null, false, "info"), Rule));
        Assert.Equal("info warning warning", All(new CompilerSwitches(null, null, Rule, false, "info"), Rule));
        Assert.Equal("error error error", All(new CompilerSwitches(null, Rule, null, false, "error"), Rule));
    }

    [Fact]
    public void Never_is_stronger_than_all_that_asks_for_errors()
    {
        Assert.Equal("info warning warning", All(new CompilerSwitches(null, null, null, true, "never"), Rule));
        Assert.Equal("warning warning warning", All(new CompilerSwitches(null, Rule, null, true, "never"), Rule));
    }

    [Fact]
    public void What_is_an_error_by_itself_stays_one()
    {
        Assert.Equal("info warning error", All(new CompilerSwitches(null, null, "KUBE1005", true, null), "KUBE1005"));
    }

    [Fact]
    public void A_fault_of_KubeLint_breaks_no_build_unless_somebody_asked_for_just_that()
    {
        Assert.Equal("info warning error", All(new CompilerSwitches(null, null, null, true, "warning"), "KUBE0005"));
        Assert.Equal("error error error", All(new CompilerSwitches(null, "KUBE0005", null, false, null), "KUBE0005"));
        Assert.Equal("none none none", All(new CompilerSwitches("KUBE0005", null, null, false, null), "KUBE0005"));
    }

    [Theory]
    [InlineData("KUBE1001")]
    [InlineData("kube1001")]
    [InlineData(";;KUBE1001;")]
    [InlineData("CS0169,KUBE1001")]
    [InlineData("CS0169 KUBE1001")]
    [InlineData("\r\n      $(NoWarn);\r\n\tKUBE1001\r\n    ")]
    public void Lists_are_written_in_every_way_that_the_compiler_takes(string list) =>
        Assert.Equal(Severity.None, new CompilerSwitches(list, null, null, false, null).Apply(Rule, Severity.Warning));

    [Theory]
    [InlineData("KUBE10010")]
    [InlineData("KUBE")]
    [InlineData("1001")]
    [InlineData("KUBE1001x")]
    public void A_list_names_whole_ids(string list) =>
        Assert.Equal(Severity.Warning, new CompilerSwitches(list, null, null, false, null).Apply(Rule, Severity.Warning));

    private static string All(CompilerSwitches switches, string rule) =>
        string.Join(' ', new[] { Severity.Info, Severity.Warning, Severity.Error }.Select(s => switches.Apply(rule, s).ToString().ToLowerInvariant()));
}
