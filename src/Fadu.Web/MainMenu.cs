namespace Fadu.Web;

/// <summary>The part of the menu that does not follow from the registers.</summary>
internal static class MainMenu
{
    /// <summary>Permission, address, icon and words.</summary>
    public static readonly (string Permission, string Href, string Icon, string Text)[] Items =
    [
        ("findings.read", "/findings", "exclamation-triangle", "监督发现"),
        ("measures.read", "/measures", "bar-chart", "指标"),
        ("measures.read", "/tables", "table", "统计报表"),
        ("measures.read", "/assessment", "award", "考评"),
        ("reports.read", "/reports", "file-earmark-text", "报告"),
        ("reports.contribute", "/reports/narratives", "pencil-square", "报送报告文字"),
        ("reports.check", "/checker", "spellcheck", "年报校核"),
        ("law.read", "/law", "book", "制度库"),
        ("offices.manage", "/admin/offices", "building", "单位与执法人员"),
        ("accounts.manage", "/admin/accounts", "people", "账号与权限"),
        ("law.edit-parameters", "/admin/parameters", "sliders", "参数"),
        ("portal.publish", "/admin/settings", "toggles", "平台设置"),
        ("audit.read", "/admin/audit", "shield-check", "审计记录"),
        ("ledger.verify", "/admin/ledger", "link-45deg", "留痕账本"),
    ];
}
