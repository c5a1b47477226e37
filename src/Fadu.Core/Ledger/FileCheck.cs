using System.Collections.Concurrent;
using Fadu.Core.Files;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Digests of stored files, each read once however often it is attached.</summary>
internal sealed class FileCheck(string data)
{
    private readonly ConcurrentDictionary<Digest, Digest?> seen = new();

    /// <summary>Digest of what is stored under a digest, or null where nothing is.</summary>
    public Digest? ContentOf(Digest recorded) => seen.GetOrAdd(recorded, Read);

    private Digest? Read(Digest recorded)
    {
        var path = FileStore.PathOf(data, recorded.ToString());
        return File.Exists(path) ? Sm3File.Hash(path) : null;
    }
}
