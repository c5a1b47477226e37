using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Fadu.Tests.Checking;

/// <summary>`fadu check` as a user starts it: exit codes, messages and the JSON, of the program itself.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Sound = "全年审结43件，其中维持29件、撤销9件、终止5件。";
    private const string Wrong = "排查重点矛盾40件，已化解35件，化解率78.5%。";
    private readonly string folder = Directory.CreateTempSubdirectory("fadu-check").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void JsonOffsets_AfterCharactersBeyondTheBasicPlane_CountCodePoints()
    {
        const string text = "𬭎泽镇（𠮷家村）👍\r\n𪚥川" + Wrong + "𠀀";
        var (code, output, _) = Check("--json", Write("甲.txt", text));
        code.ShouldBe(1);
        using var json = JsonDocument.Parse(output);
        var points = text.EnumerateRunes().ToList();
        json.RootElement.GetProperty("characters").GetInt32().ShouldBe(points.Count);
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().Single(item => item.GetProperty("verdict").GetString() == "contradiction");
        var (start, end) = (finding.GetProperty("start").GetInt32(), finding.GetProperty("end").GetInt32());
        string.Concat(points.Skip(start).Take(end - start)).ShouldBe(finding.GetProperty("quote").GetString());
        finding.GetProperty("quote").GetString().ShouldBe("35件，化解率78.5%");
        finding.GetProperty("line").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void UnreadableFile_AmongReadableOnes_GivesCodeTwoAndTheRestIsChecked()
    {
        var (code, output, errors) = Check("--json", Write("甲.txt", Wrong), Path.Combine(folder, "没有.txt"), Write("乙.txt", Sound));
        code.ShouldBe(2);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        errors.ShouldContain("找不到文件");
        errors.ShouldContain("没有.txt");
    }

    [Theory]
    [InlineData(Sound, 0)]
    [InlineData(Wrong, 1)]
    public void ExitCode_OfAReadableFile_TellsContradictions(string text, int expected) => Check(Write("甲.txt", text)).Code.ShouldBe(expected);

    [Fact]
    public void Workbook_AsTheFirstFileOfAProcess_IsRead()
    {
        var path = Path.Combine(folder, "情况.xlsx");
        XlsxSample.Write(path, "情况", [["2024年办案情况"], ["单位", "收案", "结案"], ["甲局", 30, 28], ["乙局", 12, 1e300], ["丙局", 8, 8], ["合计", 50, null]]);
        var (code, output, errors) = Check("--relations", path);
        errors.ShouldBeEmpty();
        code.ShouldBe(0);
        output.ShouldContain("30+12+8=50，一致");
    }

    [Fact]
    public void Folder_WithLockFilesOfWord_ChecksOnlyReports()
    {
        Write("甲.txt", Sound);
        Write("~$报告.docx", "x");
        Write("图.png", "x");
        var (code, output, errors) = Check(folder);
        errors.ShouldBeEmpty();
        code.ShouldBe(0);
        output.ShouldContain("甲.txt");
    }

    [Fact]
    public void CommentedDocument_OfSeveralFiles_IsRefused()
    {
        var path = Path.Combine(folder, "批注.docx");
        var (code, _, errors) = Check("--docx", path, Write("甲.txt", Sound), Write("乙.txt", Wrong));
        code.ShouldBe(2);
        errors.ShouldContain("--docx");
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public void CommentedDocument_ThatCannotBeWritten_IsSaidSo()
    {
        var (code, _, errors) = Check("--docx", Path.Combine(folder, "没有", "批注.docx"), Write("甲.txt", Sound));
        code.ShouldBe(2);
        errors.ShouldContain("写不进");
        errors.ShouldNotContain("   at ");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Errors) Check(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var argument in arguments.Prepend("check").Prepend(Path.Combine(AppContext.BaseDirectory, "fadu.dll"))) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
