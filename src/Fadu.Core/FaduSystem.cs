using Fadu.Core.Accounts;
using Fadu.Core.Assessment;
using Fadu.Core.Checking;
using Fadu.Core.Districts;
using Fadu.Core.Imports;
using Fadu.Core.Law;
using Fadu.Core.Ledger;
using Fadu.Core.Exports;
using Fadu.Core.Files;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Core.Publications;
using Fadu.Core.Replays;
using Fadu.Core.Reports;
using Fadu.Core.StatutoryTables;
using Fadu.Core.Storage;
using Fadu.Core.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace Fadu.Core;

/// <summary>An opened store with everything that works on it; the hosts and the command line share it.</summary>
public sealed class FaduSystem : IAsyncDisposable
{
    private FaduSystem(FaduOptions options, Database database, District district, LawStore law, LedgerKey key, TimeProvider time)
    {
        (Options, Database, District, Law, Key, Time) = (options, database, district, law, key, time);
        Facts = new(database);
        Offices = new(database);
        law.OfficeName = code => Offices.Name(district.Region, code);
        Reader = new(database, law);
        var ids = new RecordIds(time);
        Matters = new(database, Facts, key, law, Reader, Offices, ids, time);
        Accounts = new(database, time, new AccountRules());
        Actors = new(Accounts, law, Offices);
        Sealer = new(database, district.Region, key, time);
        Verifier = new(options, database, district.Region, key, law, Reader);
        Proofs = new(database, district.Region);
        var runner = new MeasureRunner(database, law, time);
        ReportMeasures = new(database, law, Offices, runner);
        Narratives = new(database, law, Offices, time);
        Snapshots = new(database, law);
        Restatement = new(law, ReportMeasures, Snapshots);
        Imports = new(database, options, law, Offices, Reader, Matters, time);
        Files = new(database, options.Data, time);
        Lists = new(database, law, time);
        Views = new(database);
        Search = new(database, law, time);
        Measures = new(database, law, Offices, new(database, law, Offices, time), new(), runner);
        Reports = new(database, district, law, Offices, ReportMeasures, Measures.Definitions, new(law, Offices, Measures), Narratives, ids, time);
        Frozen = new(Snapshots);
        Freezer = new(database, law, Reports, Snapshots, Frozen, Sealer, Proofs, key, time);
        Assessment = new(database, law, Offices, Measures);
        Findings = new(database, law, Matters, time);
        Supervision = new(database, law, Offices, Reader, Matters, Measures, ids, time);
        Administration = new(database, law, Offices, Accounts, time);
        FactUpkeep = new(database, district.Region, law, new(database, district.Region, law, Facts, Reader));
        Parameters = new(database, law, FactUpkeep, time);
        Audit = new(database);
    }

    /// <summary>Where it is.</summary>
    public FaduOptions Options { get; }
    /// <summary>Database.</summary>
    public Database Database { get; }
    /// <summary>District.</summary>
    public District District { get; }
    /// <summary>Law in force.</summary>
    public LawStore Law { get; }
    /// <summary>Key that signs the ledger.</summary>
    public LedgerKey Key { get; }
    /// <summary>Clock.</summary>
    public TimeProvider Time { get; }
    /// <summary>Fact tables.</summary>
    public FactStore Facts { get; }
    /// <summary>Offices and officers.</summary>
    public OfficeDirectory Offices { get; }
    /// <summary>Reading matters.</summary>
    public MatterReader Reader { get; }
    /// <summary>Changing matters.</summary>
    public MatterService Matters { get; }
    /// <summary>Accounts.</summary>
    public AccountService Accounts { get; }
    /// <summary>What accounts may do.</summary>
    public ActorService Actors { get; }
    /// <summary>Sealing the ledger.</summary>
    public LedgerSealer Sealer { get; }
    /// <summary>Checking the whole store against its ledger.</summary>
    public LedgerVerifier Verifier { get; }
    /// <summary>Proving entries to others.</summary>
    public LedgerProofs Proofs { get; }
    /// <summary>Answers to the questions of reports.</summary>
    public ReportMeasures ReportMeasures { get; }
    /// <summary>Paragraphs that offices send in for reports.</summary>
    public NarrativeService Narratives { get; }
    /// <summary>Annual reports.</summary>
    public ReportService Reports { get; }
    /// <summary>Frozen reports.</summary>
    public SnapshotStore Snapshots { get; }
    /// <summary>Computing frozen figures again.</summary>
    public Restatement Restatement { get; }
    /// <summary>Frozen reports beside which a text is checked.</summary>
    public FrozenReports Frozen { get; }
    /// <summary>Freezing reports.</summary>
    public ReportFreezer Freezer { get; }
    /// <summary>Tables of other systems.</summary>
    public ImportService Imports { get; }
    /// <summary>Files.</summary>
    public FileStore Files { get; }
    /// <summary>Lists of registers.</summary>
    public RegisterLists Lists { get; }
    /// <summary>Lists that accounts keep.</summary>
    public SavedViews Views { get; }
    /// <summary>Search over all registers.</summary>
    public MatterSearch Search { get; }
    /// <summary>Measures.</summary>
    public MeasureService Measures { get; }
    /// <summary>Scores of offices.</summary>
    public AssessmentService Assessment { get; }
    /// <summary>Findings and what is done about them.</summary>
    public FindingService Findings { get; }
    /// <summary>Supervision rules.</summary>
    public SupervisionService Supervision { get; }
    /// <summary>Administration of accounts.</summary>
    public AccountAdministration Administration { get; }
    /// <summary>Parameters of registers.</summary>
    public ParameterService Parameters { get; }
    /// <summary>Facts that follow the definitions.</summary>
    public FactUpkeep FactUpkeep { get; }
    /// <summary>Audit.</summary>
    public AuditRecords Audit { get; }

    /// <summary>Opens a store that is set up; brings its schema and fact tables up to the law.</summary>
    /// <exception cref="StoreException">The store is not set up, or the definitions are wrong.</exception>
    /// <param name="progress">Told while facts are computed again, because definitions were changed.</param>
    public static async Task<FaduSystem> OpenAsync(FaduOptions options, TimeProvider time, CancellationToken cancel = default, Action<string>? progress = null)
    {
        Directory.CreateDirectory(options.Data);
        var database = Storage.Database.Open(options.Connection);
        await SchemaScripts.RunAsync(database, cancel);
        var district = await District.ReadAsync(database, cancel)
            ?? throw new StoreException("这个数据目录还没有初始化", "请先运行 ./fadu init 或者 ./fadu demo");
        var law = await LawStore.LoadAsync(database, district, options, cancel);
        var system = new FaduSystem(options, database, district, law, await LedgerKey.OpenAsync(options, database, cancel),
            district.DaysBehind == 0 ? time : new DemonstrationClock(time, district.DaysBehind));
        await using (var connection = await database.OpenAsync(cancel))
        {
            await system.Facts.MigrateAsync(connection, law.Current.Newest.Select(r => (law.Current.Facts(r.Id), r.Columns)), cancel);
            await WorkingDays.FillAsync(database, law.Current.Calendar, cancel);
        }

        await system.Offices.ReloadAsync(cancel);
        await system.FactUpkeep.RunAsync(progress, cancel);
        return system;
    }

    /// <summary>Offers every service to a host.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddSingleton(Options);
        services.AddSingleton(Database);
        services.AddSingleton(District);
        services.AddSingleton(Law);
        services.AddSingleton(Time);
        services.AddSingleton(Offices);
        services.AddSingleton(Reader);
        services.AddSingleton(Matters);
        services.AddSingleton(Accounts);
        services.AddSingleton(Actors);
        services.AddSingleton(Key);
        services.AddSingleton(Sealer);
        services.AddSingleton(Verifier);
        services.AddSingleton(Proofs);
        services.AddSingleton(ReportMeasures);
        services.AddSingleton(Narratives);
        services.AddSingleton(Reports);
        services.AddSingleton(Snapshots);
        services.AddSingleton(Restatement);
        services.AddSingleton(Frozen);
        services.AddSingleton(Freezer);
        services.AddSingleton(Imports);
        services.AddSingleton(new ImportQueue(Imports));
        services.AddSingleton(Files);
        services.AddSingleton(new PersonalDataReads(Database, Time));
        services.AddSingleton(new StepDrafts(Database, Time));
        services.AddSingleton(new MatterDetails(Database, Law, Reader));
        services.AddSingleton(new FieldWords(Offices, District.Region));
        services.AddSingleton(new FieldLookups(Database, Offices));
        services.AddSingleton(Lists);
        services.AddSingleton(new PublicationStore(Database, Law, Reader, Time));
        services.AddSingleton(new PublishedWords(Law, Offices, new(Offices, District.Region), District.Region));
        services.AddSingleton(Views);
        services.AddSingleton(Search);
        services.AddSingleton(new Workbench(Database, Law, Search, Time));
        services.AddSingleton(Measures);
        services.AddSingleton(Assessment);
        services.AddSingleton(new ExportService(Database, Law, Offices, Time));
        services.AddSingleton(new StatutoryTableService(Law, Offices, Measures));
        services.AddSingleton(Findings);
        services.AddSingleton(Supervision);
        services.AddSingleton(new Reconciliation(Database, Law, Offices));
        services.AddSingleton(Administration);
        services.AddSingleton(Parameters);
        services.AddSingleton(new DistrictSettings(Database, Time));
        services.AddSingleton(Audit);
        services.AddSingleton(new OfficeAdministration(Database, Offices, Time));
        services.AddSingleton(new VerifyRun(Verifier, Time));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
