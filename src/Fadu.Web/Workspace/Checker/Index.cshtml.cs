using Fadu.Core;
using Fadu.Core.Checking;
using Fadu.Core.Law;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Checker;

/// <summary>年报校核 for those who are signed in, beside the frozen report of the same year.</summary>
[Permission("reports.check")]
[RequestSizeLimit(UploadLimits.RequestBytes), RequestFormLimits(ValueLengthLimit = MaxCharacters * 4, MultipartBodyLengthLimit = UploadLimits.RequestBytes)]
public sealed class CheckerModel(FaduOptions options, LawStore law, FrozenReports frozen, CurrentActor me) : CheckPage(options, law)
{
    /// <inheritdoc/>
    public override string Address => "/checker";

    /// <inheritdoc/>
    public override string Lead => "重算报告中可以重算的数字；同年度已有定稿报告的，与定稿数字核对；文字只在本页使用，不留存";

    /// <inheritdoc/>
    protected override Task<FrozenComparison?> BesideAsync(string text) => frozen.OfAsync(me.Value.Region, text, HttpContext.RequestAborted);
}
