using System.Collections.Concurrent;
using Dapper;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Web;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Fadu.Tests.Accounts;

/// <summary>What is written to the log, and what never is.</summary>
public sealed class LogTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Fact]
    public async Task Log_SignInAndSearch_HoldsNeitherPasswordNorQueryNorKey()
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        var log = new Log();
        await using var app = FaduHost.Build(host.Store, [], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(log);
            builder.Logging.SetMinimumLevel(LogLevel.Debug);
        });
        await app.StartAsync();
        var browser = new Browser(app.GetTestServer().CreateHandler());
        await (await browser.Get("/sign-in")).Submit("main form", ("login", "sifa"), ("password", "Secret-Password-1"));
        await (await browser.Get("/sign-in")).Submit("main form", ("login", "sifa"), ("password", TestDistrict.Password));
        await browser.Get("/health");

        var lines = string.Join('\n', log.Lines.Where(l => l.Contains("RequestLog")));
        lines.ShouldContain("POST /sign-in 401");
        var all = string.Join('\n', log.Lines);
        all.ShouldNotContain("Secret-Password-1");
        all.ShouldNotContain(TestDistrict.Password);
        all.ShouldNotContain("PRIVATE KEY");
        lines.ShouldNotContain("/health");
    }

    [Fact]
    public async Task Fault_Unexpected_ShowsTheNumberUnderWhichItIsLogged()
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        var log = new Log();
        await using var app = FaduHost.Build(host.Store, [], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(log);
        });
        await app.StartAsync();
        var browser = new Browser(app.GetTestServer().CreateHandler());
        await (await browser.Get("/sign-in")).Submit("main form", ("login", "shenji"), ("password", TestDistrict.Password));
        await using var connection = await host.Store.Database.OpenAsync();
        await connection.ExecuteAsync("alter table account_changes rename to account_changes_away");
        try
        {
            var page = await browser.Get("/admin/audit?kind=changes");

            page.Text.ShouldContain("故障编号");
            var number = page.One("code").TextContent;
            string.Join('\n', log.Lines.Where(l => l.Contains("fault"))).ShouldContain($"fault {number}: GET /admin/audit by shenji");
        }
        finally
        {
            await connection.ExecuteAsync("alter table account_changes_away rename to account_changes");
        }
    }

    [Fact]
    public async Task Health_StoreReachable_IsOkWithoutSession()
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        var (status, _, content) = await host.Open().Download("/health");
        status.ShouldBe(System.Net.HttpStatusCode.OK);
        System.Text.Encoding.UTF8.GetString(content).ShouldBe("""{"status":"ok"}""");
    }

    private sealed class Log : ILoggerProvider, ILogger
    {
        private string category = "";

        public ConcurrentQueue<string> Lines { get; private init; } = [];

        public ILogger CreateLogger(string categoryName) => new Log { category = categoryName, Lines = Lines };

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{category} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
