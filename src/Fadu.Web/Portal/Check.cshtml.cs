using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Law;
using Fadu.Web.Workspace.Checker;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Fadu.Web.Portal;

/// <summary>年报校核 for everybody, where the district allows it: nothing is kept, and nothing of the workspace is shown.</summary>
[AllowAnonymous, AllowedBy(DistrictSettings.PortalCheck)]
[EnableRateLimiting(PortalLimits.Check)]
[RequestSizeLimit(PortalLimits.RequestBytes), RequestFormLimits(ValueLengthLimit = MaxCharacters * 4, MultipartBodyLengthLimit = PortalLimits.RequestBytes)]
public sealed class PortalCheckModel(FaduOptions options, LawStore law) : CheckPage(options, law)
{
    /// <inheritdoc/>
    public override string Address => "/portal/check";

    /// <inheritdoc/>
    public override string Lead => "重算报告中可以重算的数字，说明哪里不可能成立、怎样算的；文字只在本页使用，不留存";

    /// <inheritdoc/>
    public override long FileBytes => PortalLimits.FileBytes;
}
