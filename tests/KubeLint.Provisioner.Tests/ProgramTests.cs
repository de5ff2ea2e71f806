using KubeLint.Provisioner.Programs;

namespace KubeLint.Provisioner.Tests;

public sealed class ProgramTests
{
    [UnixFact]
    public void The_first_folder_of_the_first_name_counts_and_a_file_that_cant_be_run_is_no_program()
    {
        using var folder = new TempFolder();
        folder.Add("a/terraform").Add("b/tofu").Add("c/tofu").Add("c/terraform");
        foreach (var program in new[] { "b/tofu", "c/tofu", "c/terraform" }) File.SetUnixFileMode(folder.At(program), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var path = $"{folder.At("a")}:{folder.At("b")}::{folder.At("c")}";

        Assert.Equal(folder.At("c/terraform"), ProgramSearch.Find(TerraformTool.Names, path));
        Assert.Equal(folder.At("b/tofu"), ProgramSearch.Find(TerraformTool.Names, $"{folder.At("a")}:{folder.At("b")}"));
        Assert.Null(ProgramSearch.Find(TerraformTool.Names, folder.At("a")));
        Assert.Null(ProgramSearch.Find(TerraformTool.Names, null));
        Assert.Equal(folder.At("b/tofu"), ProgramSearch.Find([folder.At("b/tofu")], path));
    }

    [Theory]
    [InlineData("terraform-version", """{"terraform_version": "1.4.9"}""", "terraform 1.4.9 is too old: install terraform 1.5 or newer")]
    [InlineData("kubectl-version", """{"clientVersion": {"gitVersion": "v1.24.17"}}""", "kubectl 1.24.17 is too old: install kubectl 1.25 or newer")]
    [InlineData("kubectl-version", "no JSON", "kubectl does not tell its version: install kubectl 1.25 or newer")]
    public async Task Old_programs_are_refused_before_anything_is_done(string what, string answer, string why)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = new StandIns().Answer(what, answer);

        Assert.Equal(1, await programs.Apply());
        Assert.Equal($"kubelint-kapsule: step 1 of 10, programs: {why}; 'kubelint-kapsule apply plan' goes on from here\n", programs.Error.ToString());
        Assert.Empty(programs.Changes);
    }

    [Theory]
    [InlineData("terraform", "terraform or tofu is not on the PATH: install it, or name it by --terraform")]
    [InlineData("kubectl", "kubectl is not on the PATH: install it, or name it by --kubectl")]
    public async Task Missing_programs_are_told_of_before_anything_is_done(string name, string why)
    {
        if (OperatingSystem.IsWindows()) return;
        using var programs = new StandIns();
        File.Delete(Path.Combine(programs.Bin, name));
        var around = programs.Around() with { SearchPath = programs.Bin };

        Assert.Equal(1, await new Applying.ApplyRun(Applying.WrittenPlan.Read(programs.Plan)!, around, false).Run("again", default));
        Assert.Equal($"kubelint-kapsule: step 1 of 10, programs: {why}; 'again' goes on from here\n", programs.Error.ToString());
        Assert.Empty(programs.Changes);
    }

    [UnixFact]
    public async Task OpenTofu_does_as_well()
    {
        using var programs = new StandIns();
        foreach (var file in Directory.EnumerateFiles(programs.Bin, "terraform*").ToList()) File.Move(file, file.Replace("/terraform", "/tofu", StringComparison.Ordinal));
        programs.Do("tofu-apply", "cp \"$here/made.json\" \"$here/tofu-output.out\"").Answer("tofu-version", """{"terraform_version": "1.6.0"}""");

        Assert.Equal((0, ""), (await programs.Apply(), programs.Error.ToString()));
        programs.Answer("tofu-version", """{"terraform_version": "1.5.9"}""");
        Assert.Equal(1, await programs.Apply());
    }

    [Fact]
    public void A_mask_hides_what_it_knows_and_what_has_the_name_of_a_secret()
    {
        var mask = new SecretMask();
        mask.AddKubeconfig(Json.Read("""
            clusters:
              - cluster: { server: "https://a.example", certificate-authority-data: Q0EtZGF0YQ== }
            users:
              - user: { token: the-token-of-the-user }
            """));

        Assert.Equal("*** and *** at https://a.example", mask.Apply("Q0EtZGF0YQ== and the-token-of-the-user at https://a.example"));
        Assert.Equal("Authorization: Bearer ***", mask.Apply("Authorization: Bearer abcdefghijkl"));
        Assert.Equal("secret_key = \"***\"", mask.Apply("secret_key = \"abcdefghijkl\""));
        Assert.Equal("secret/default-token-abcde unchanged", mask.Apply("secret/default-token-abcde unchanged"));
    }
}
