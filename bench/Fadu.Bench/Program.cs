using Fadu.Bench;

// One verb for each measurement; each prints what it measured beside a baseline of the same run.
return args switch
{
    ["checker", .. var rest] => CheckerBench.Run(rest),
    ["ledger", .. var rest] => LedgerBench.Run(rest),
    ["ledger-store", .. var rest] => await LedgerStoreBench.RunAsync(rest),
    ["measures", .. var rest] => await MeasureBench.Run(rest),
    ["record", .. var rest] => await RecordBench.RunAsync(rest),
    ["list", .. var rest] => await ListBench.RunAsync(rest),
    ["export", .. var rest] => await ExportBench.RunAsync(rest),
    ["import", .. var rest] => await ImportBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Fadu.Bench -- checker [FOLDER] | export [ROWS] | import [ROWS] [sqlite] | ledger [ENTRIES] | ledger-store [ENTRIES] | list [MATTERS] [KEPT STORES] [sqlite|postgres] | measures [FACTS] | record [STEPS]");
    return 2;
}
