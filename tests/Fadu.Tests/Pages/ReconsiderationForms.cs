using Fadu.Tests.Host;

namespace Fadu.Tests.Pages;

/// <summary>Fills the forms of a reconsideration case as a clerk would.</summary>
internal static class ReconsiderationForms
{
    public static byte[] Pdf(string text) => [.. "%PDF-1.7\n"u8, .. global::System.Text.Encoding.UTF8.GetBytes(text)];

    public static async Task<Page> Receive(Browser browser, string on, string applicant = "张三丰", params (string, string)[] more) =>
        await Fill(await browser.Get("/registers/reconsideration/new"), on, applicant, more);

    public static Task<Page> Fill(Page form, string on, string applicant, params (string, string)[] more) => form.Submit("form.step-form", null,
        [
            ("on", on), ("f.applicant", applicant), ("f.applicant.kind", "natural"), ("f.respondent", "urban"), ("f.respondent_level", "county_department"),
            ("f.act_kind", "penalty"), ("f.channel", "window"), ("f.mandatory_first", "否"), ("f.requests", "请求撤销行政处罚决定"), .. more,
        ],
        [new("file.0", "复议申请书.pdf", Pdf(applicant + on))]);

    /// <summary>Records a step; each instrument that it needs is attached.</summary>
    public static async Task<Page> Step(Browser browser, Page matter, string step, string on, params (string, string)[] typed)
    {
        var form = await browser.Get($"{matter.Path.Split('?')[0]}/steps/{step}");
        var files = form.All("input[type=file]").Select(i => i.GetAttribute("name")!).Where(n => n.StartsWith("file.", StringComparison.Ordinal) && n.Length > 5 && char.IsDigit(n[5]))
            .Select(n => new Upload(n, n + ".pdf", Pdf(step + on + n))).ToList();
        return await form.Submit("form.step-form", null, [("on", on), .. typed], files);
    }
}
