using Fadu.Core;
using Fadu.Core.Measures;
using Fadu.Core.Storage;
using Fadu.Core.Supervision;
using Fadu.Web;

var options = CommandLine.Read(args);
try
{
    await using var system = await FaduSystem.OpenAsync(options.Store, TimeProvider.System, progress: Console.WriteLine);
    var app = FaduHost.Build(system, options.Rest, builder =>
    {
        builder.WebHost.UseUrls(options.Urls);
        // Here and not in the host, so that nothing runs by itself under tests.
        builder.Services.AddHostedService<DailySupervision>();
        builder.Services.AddHostedService<FigureUpkeep>();
    });
    await app.StartAsync();
    await Greeting.PrintAsync(system, options.Urls);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StoreException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
catch (Exception error) when (StorageFaults.Says(error) is { } says)
{
    Console.Error.WriteLine(says + "。");
    return 1;
}
catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    Console.Error.WriteLine($"地址 {options.Urls} 已被占用。请停止占用它的程序，或者用 --urls http://127.0.0.1:其他端口 启动。");
    return 1;
}
