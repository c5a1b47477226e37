using System.Security.Cryptography;
using Dapper;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>The store's signing key: signs checkpoints, and marks each entry as written by the system.</summary>
/// <remarks>The private key is one file that only its owner reads, never a row: whoever holds the database alone can neither sign nor write an entry that is sealed.</remarks>
public sealed class LedgerKey
{
    private const string MetaKey = "ledger-keys";
    private readonly Sm2PrivateKey signing;
    private readonly byte[] mac;

    private LedgerKey(Sm2PrivateKey signing, IReadOnlyList<Sm2PublicKey> published)
    {
        (this.signing, Published) = (signing, published);
        Public = signing.PublicKey;
        mac = EntryMac.Key(signing);
    }

    /// <summary>Key that signs now.</summary>
    public Sm2PublicKey Public { get; }

    /// <summary>All keys that ever signed this ledger, oldest first.</summary>
    public IReadOnlyList<Sm2PublicKey> Published { get; }

    /// <summary>Code to store beside an entry.</summary>
    public string CodeOf(Digest hash) => EntryMac.Compute(mac, hash).ToString();

    /// <summary>Whether an entry with this hash and code was written by the system.</summary>
    public bool Wrote(Digest hash, string? code) => Digest.TryParse(code, out var given) && EntryMac.IsRight(mac, hash, given);

    /// <summary>Signs a checkpoint.</summary>
    public SignedCheckpoint Sign(Checkpoint checkpoint) => checkpoint.Sign(signing);

    /// <summary>Path of the private key below a data folder.</summary>
    public static string PathOf(string data) => Path.Combine(data, "keys", "ledger.pem");

    /// <summary>Path of the public key below a data folder: to be published.</summary>
    public static string PublicPathOf(string data) => Path.Combine(data, "keys", "ledger.pub.pem");

    /// <summary>Reads the key of a store; makes one for a store that never had any.</summary>
    /// <exception cref="StoreException">The key of this store is not in the data folder.</exception>
    public static async Task<LedgerKey> OpenAsync(FaduOptions options, Database database, CancellationToken cancel = default)
    {
        var path = PathOf(options.Data);
        var published = await PublishedAsync(database, cancel);
        if (published.Count == 0)
        {
            var fresh = File.Exists(path) ? Read(path) : Create(path);
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
                "insert into meta(key, value) values (@key, @value) on conflict (key) do nothing", new { key = MetaKey, value = fresh.PublicKey.ToPem() }, transaction), cancel);
            published = await PublishedAsync(database, cancel);
        }

        if (!File.Exists(path))
        {
            throw new StoreException($"数据目录里没有留痕账本的签名密钥 {path}", "请从备份中恢复 keys 目录；各台服务器应使用同一密钥文件");
        }

        var key = Read(path);
        if (published.All(p => p.Id != key.PublicKey.Id))
        {
            throw new StoreException($"签名密钥 {path}（{key.PublicKey.Id}）不是这个数据库的", "请使用建库时的 keys 目录；数据目录与数据库应当成对使用");
        }

        if (!File.Exists(PublicPathOf(options.Data)))
        {
            await File.WriteAllTextAsync(PublicPathOf(options.Data), key.PublicKey.ToPem() + "\n", cancel);
        }

        return new(key, published);
    }

    private static async Task<IReadOnlyList<Sm2PublicKey>> PublishedAsync(Database database, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var text = await connection.QuerySingleOrDefaultAsync<string>("select value from meta where key = @key", new { key = MetaKey });
        return PublicKeys(text ?? "");
    }

    /// <summary>All public keys of a text of one or more PEM blocks.</summary>
    public static IReadOnlyList<Sm2PublicKey> PublicKeys(string text)
    {
        List<Sm2PublicKey> keys = [];
        while (PemEncoding.TryFind(text, out var fields))
        {
            keys.Add(Sm2PublicKey.Parse(text[fields.Location]));
            text = text[fields.Location.End..];
        }

        return keys;
    }

    private static Sm2PrivateKey Read(string path)
    {
        try
        {
            return Sm2PrivateKey.Parse(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new StoreException($"{path}：{e.Message.TrimEnd('。')}", "请从备份中恢复这个文件");
        }
    }

    private static Sm2PrivateKey Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var key = Sm2.GenerateKey();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(path, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key.ToPem() + "\n"));
            stream.Flush(flushToDisk: true);
        }

        return key;
    }
}
