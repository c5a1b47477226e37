using System.CommandLine;
using Fadu.Cli;

var root = new RootCommand("法度：法治政府建设平台的命令行")
{
    InitCommand.Create(),
    DemoCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    CheckCommand.Create(),
    LawCommand.Create(),
    ReportCommand.Create(),
    LedgerCommand.Create(),
    BackupCommand.Create(),
    BackupCommand.CreateRestore(),
    MeasureCommand.Create(),
    ReplayCommand.Create(),
    SuperviseCommand.Create(),
    FactsCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception fault)
{
    return Faults.Report(fault);
}
