using System.CommandLine;
using System.Diagnostics;
using Fadu.Core;
using Fadu.Core.Ledger;
using Fadu.Rules.Ledger;

namespace Fadu.Cli;

/// <summary>`fadu ledger`: verify, seal, prove, and check proofs without any store.</summary>
internal static class LedgerCommand
{
    public static Command Create() => new("ledger", "留痕账本：核验、封存、出具和核验证明") { Verify(), Seal(), Prove(), Consistency(), Checkpoint(), VerifyProof() };

    private static Command Verify()
    {
        var json = StoreOptions.Json;
        var keys = new Option<string[]>("--key") { Description = "另行保管的公钥文件（PEM）；不给时使用数据库公布的公钥" };
        var checkpoints = new Option<string[]>("--checkpoint") { Description = "另行保管的检查点文件，可以多个" };
        return new Command("verify", "核验全部留痕、事项、统计数据、账本、检查点和文件；有问题时退出码为1") { json, keys, checkpoints }.OverStore(async (system, result, cancel) =>
        {
            VerifyOptions options;
            try
            {
                options = new()
                {
                    Keys = [.. (result.GetValue(keys) ?? []).SelectMany(f => LedgerKey.PublicKeys(File.ReadAllText(f)))],
                    Anchors = [.. (result.GetValue(checkpoints) ?? []).Select(f => SignedCheckpoint.Parse(File.ReadAllText(f)))],
                };
            }
            catch (Exception e) when (e is FormatException or IOException)
            {
                Console.Error.WriteLine(e.Message);
                return 2;
            }

            var clock = Stopwatch.StartNew();
            var report = result.GetValue(json)
                ? await system.Verifier.VerifyAsync(options, null, cancel)
                : await LedgerPrint.WithProgressAsync(progress => system.Verifier.VerifyAsync(options, progress, cancel));
            LedgerPrint.Write(report, clock.Elapsed, result.GetValue(json));
            return report.IsSound ? 0 : 1;
        });
    }

    private static Command Seal() => new Command("seal", "立即封存已写入的留痕，并签署检查点").OverStore(async (system, _, cancel) =>
    {
        var outcome = await system.Sealer.SealAsync(cancel);
        Console.WriteLine($"新封存 {outcome.Sealed} 条，账本共 {outcome.Size} 条。");
        foreach (var (matter, sequence) in outcome.Refused)
        {
            Console.Error.WriteLine($"不予封存：事项 {matter} 第 {sequence} 条没有系统的写入凭证，或者接在这样的条目之后。");
        }

        return outcome.Refused.Count == 0 ? 0 : 1;
    });

    private static Command Prove()
    {
        var matter = new Argument<long>("MATTER") { Description = "事项的内部编号（事项页面地址中的数字）" };
        var sequence = new Argument<int>("SEQUENCE") { Description = "留痕序号，从1起" };
        var output = new Option<string?>("--out") { Description = "写到此文件（默认输出到屏幕）" };
        var without = new Option<bool>("--without-payload") { Description = "不出示内容，只证明内容的摘要（内容含个人信息时）" };
        return new Command("prove", "为一条留痕出具可以离线核验的证明文件") { matter, sequence, output, without }.OverStore(async (system, result, cancel) =>
            await WriteAsync(await system.Proofs.ProveAsync(result.GetValue(matter), result.GetValue(sequence), !result.GetValue(without), cancel), result.GetValue(output), cancel));
    }

    private static Command Consistency()
    {
        var older = new Argument<string>("CHECKPOINT") { Description = "较早的检查点文件" };
        var output = new Option<string?>("--out") { Description = "写到此文件（默认输出到屏幕）" };
        return new Command("consistency", "证明现在的账本原样包含较早检查点时的账本") { older, output }.OverStore(async (system, result, cancel) =>
        {
            try
            {
                var checkpoint = SignedCheckpoint.Parse(await File.ReadAllTextAsync(result.GetRequiredValue(older), cancel));
                return await WriteAsync(await system.Proofs.ConsistencyAsync(checkpoint, cancel), result.GetValue(output), cancel);
            }
            catch (Exception e) when (e is FormatException or IOException)
            {
                Console.Error.WriteLine(e.Message);
                return 2;
            }
        });
    }

    private static Command Checkpoint()
    {
        var output = new Option<string?>("--out") { Description = "写到此文件（默认输出到屏幕）" };
        return new Command("checkpoint", "输出最新的检查点，供公布或者另行保管") { output }.OverStore(async (system, result, cancel) =>
        {
            var newest = await system.Proofs.NewestAsync(cancel) ?? throw new StoreException("账本还没有检查点", "请先运行 fadu ledger seal");
            return await WriteAsync(newest.ToString(), result.GetValue(output), cancel);
        });
    }

    private static Command VerifyProof()
    {
        var file = new Argument<string>("FILE") { Description = "证明文件" };
        var key = new Option<string>("--key") { Description = "公布的公钥文件（PEM）", Required = true };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var command = new Command("verify-proof", "离线核验证明文件，不需要数据库和网络") { file, key, json };
        command.SetAction(result =>
        {
            try
            {
                var text = File.ReadAllText(result.GetRequiredValue(file));
                var keys = LedgerKey.PublicKeys(File.ReadAllText(result.GetRequiredValue(key)));
                return keys.Count == 0 ? LedgerPrint.Fault("公钥文件里没有“-----BEGIN PUBLIC KEY-----”，请使用公布的 ledger.pub.pem") : LedgerPrint.Write(Check(text, keys), result.GetValue(json));
            }
            catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
            {
                return LedgerPrint.Fault(e.Message);
            }
        });
        return command;
    }

    private static ProofResult Check(string text, IReadOnlyList<Sm2PublicKey> keys) => text.Contains("\"fadu.consistency.1\"", StringComparison.Ordinal)
        ? ConsistencyFile.VerifyOffline(text, keys[^1], keys[0])
        : ProofFile.VerifyOffline(text, keys[0]);

    private static async Task<int> WriteAsync(string text, string? path, CancellationToken cancel)
    {
        if (path is null)
        {
            Console.Write(text);
        }
        else
        {
            await File.WriteAllTextAsync(path, text, cancel);
            Console.WriteLine($"已写入 {path}");
        }

        return 0;
    }
}
