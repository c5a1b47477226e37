using Fadu.Core;
using Fadu.Web;

var options = CommandLine.Read(args);
await using var system = await FaduSystem.OpenAsync(options.Store, TimeProvider.System);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = options.Rest, ContentRootPath = CommandLine.ContentRoot });
builder.WebHost.UseUrls(options.Urls);
system.AddTo(builder.Services);
builder.AddFaduWeb(system);
var app = builder.Build();
app.UseFaduWeb();
await app.RunAsync();

/// <summary>Entry point, named so that tests can start the host.</summary>
public partial class Program;
