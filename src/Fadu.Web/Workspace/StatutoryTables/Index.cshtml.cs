using Fadu.Core.StatutoryTables;
using Fadu.Rules.StatutoryTables;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.StatutoryTables;

/// <summary>The prescribed tables.</summary>
[Permission("measures.read")]
public sealed class IndexModel(StatutoryTableService tables) : PageModel
{
    /// <summary>Tables.</summary>
    public IReadOnlyCollection<StatutoryTable> Tables => tables.All;
}
