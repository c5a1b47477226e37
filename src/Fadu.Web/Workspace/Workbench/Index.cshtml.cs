using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Workbench;

/// <summary>What waits for the one who signs in.</summary>
public sealed class IndexModel : PageModel;
