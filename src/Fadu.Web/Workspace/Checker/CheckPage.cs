using Fadu.Core;
using Fadu.Core.Checking;
using Fadu.Core.Law;
using Fadu.Core.Reports;
using Fadu.Rules.Checking;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Checker;

/// <summary>A page on which a text or file is checked against itself; nothing of it is kept.</summary>
public abstract class CheckPage(FaduOptions options, LawStore law) : PageModel
{
    /// <summary>Longest text that a page shows with marks.</summary>
    public const int MaxCharacters = 1_000_000;

    /// <summary>Text as pasted, or as read from the file.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Last year's report, where given.</summary>
    [BindProperty]
    public string? Previous { get; set; }

    /// <summary>File instead of a text.</summary>
    [BindProperty]
    public IFormFile? Report { get; set; }

    /// <summary>Why nothing could be checked.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Name of the file that was read.</summary>
    public string? Name { get; private set; }

    /// <summary>The frozen report beside which the text was checked; none = nothing is frozen for its year.</summary>
    public SnapshotHead? Frozen { get; private set; }

    /// <summary>What came out; none before a text was given.</summary>
    public CheckResult? Result { get; private set; }

    /// <summary>The text with its marks.</summary>
    public MarkedText? Marked { get; private set; }

    /// <summary>Reads and checks.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await CheckAsync())
        {
            Marked = MarkedText.Of(Text!, Result!);
        }

        return Page();
    }

    /// <summary>The same as a Word document with a comment at each finding.</summary>
    public async Task<IActionResult> OnPostDocxAsync()
    {
        if (!await CheckAsync())
        {
            return Page();
        }

        return Download.Docx("年报校核", document => CommentedDocx.Write(document, Text!, Result!));
    }

    /// <summary>Address of the page.</summary>
    public abstract string Address { get; }

    /// <summary>What the page does, in one line.</summary>
    public abstract string Lead { get; }

    /// <summary>Largest file, in bytes.</summary>
    public virtual long FileBytes => UploadLimits.FileBytes;

    /// <summary>Frozen figures to hold the text against, where the page may use them.</summary>
    protected virtual Task<FrozenComparison?> BesideAsync(string text) => Task.FromResult<FrozenComparison?>(null);

    private async Task<bool> CheckAsync()
    {
        if (Report is not null)
        {
            var read = await UploadedReport.ReadAsync(Report, options, FileBytes, HttpContext.RequestAborted);
            (Text, Refusal, Name) = (read.Text, read.Problem, Path.GetFileName(Report.FileName));
            ModelState.Remove(nameof(Text));
        }
        else if (string.IsNullOrWhiteSpace(Text))
        {
            Refusal = "没有可校核的内容。请粘贴报告文字，或者选择一个文件。";
        }

        if (Text?.Length > MaxCharacters)
        {
            Refusal = $"文字有{Text.Length / 10_000}万字，页面上最多校核{MaxCharacters / 10_000}万字。请拆分，或者在服务器上运行 ./fadu check 文件。";
            Text = null;
        }

        if (Refusal is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return false;
        }

        var beside = await BesideAsync(Text!);
        Frozen = beside?.Head;
        Result = ReportChecker.Check(Text!, CheckOptions.Default with
        {
            Previous = string.IsNullOrWhiteSpace(Previous) ? beside?.Previous : Previous,
            Statutes = Citable(),
            Known = beside?.Known ?? [],
        });
        return true;
    }

    private List<CitableStatute> Citable() =>
        [.. law.Current.Statutes.All.Where(s => !s.Unverified.Intersect(["title", "in_force", "repealed"]).Any()).Select(s => new CitableStatute(s.Title, s.InForce, s.Repealed, s.Number))];
}
