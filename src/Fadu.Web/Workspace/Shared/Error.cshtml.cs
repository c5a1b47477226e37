using Fadu.Core.Storage;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Shared;

/// <summary>The one page for everything that goes wrong outside a form.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel(FaultLog log) : PageModel
{
    /// <summary>What it is.</summary>
    public string Heading { get; private set; } = "";
    /// <summary>What to do.</summary>
    public string Says { get; private set; } = "";
    /// <summary>Number under which the administrator finds it in the log; only for faults.</summary>
    public string? Number { get; private set; }

    /// <summary>Any method may end here.</summary>
    public void OnGet(int? status) => Show(status);

    /// <summary>Any method may end here.</summary>
    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } fault)
        {
            Number = FaultLog.NumberOf(HttpContext);
            log.Write(HttpContext, fault);
            if (StorageFaults.Says(fault.Error) is { } says)
            {
                (Heading, Says) = ("没有保存", says + "。");
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
        }

        (Heading, Says) = status switch
        {
            403 => ("没有权限", "您的角色不能打开这个页面。需要时请联系账号管理员。"),
            404 => ("没有这个页面", "它可能已被移动，或者不在您的数据范围内。"),
            413 => ("文件过大", "单个文件不能超过100MB，门户上不能超过20MB。"),
            429 => ("校核太频繁", "同一来源一分钟内校核的次数有限，请过一分钟再试。"),
            400 => ("请求已失效", "页面打开时间过长或者表单不完整，请返回上一页刷新后重新提交，已填写的内容可以复制保留。"),
            _ => ("系统出现故障", "刚才的操作没有完成，没有写入任何内容。"),
        };
    }
}
