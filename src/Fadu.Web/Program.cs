using Fadu.Core;
using Fadu.Web;

var options = CommandLine.Read(args);
await using var system = await FaduSystem.OpenAsync(options.Store, TimeProvider.System);
await FaduHost.Build(system, options.Rest, builder => builder.WebHost.UseUrls(options.Urls)).RunAsync();
