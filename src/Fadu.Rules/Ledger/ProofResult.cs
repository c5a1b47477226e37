namespace Fadu.Rules.Ledger;

/// <summary>What an offline check of a proof found; numbered, because results are stored.</summary>
public enum ProofVerdict
{
    /// <summary>Everything holds.</summary>
    Holds = 1,

    /// <summary>The text is no proof of this version.</summary>
    Unreadable = 2,

    /// <summary>The payload shown is not the one that the entry carries the digest of.</summary>
    PayloadDiffers = 3,

    /// <summary>The entry's fields do not give its hash.</summary>
    EntryDiffers = 4,

    /// <summary>The hashes do not lead from the entry to the checkpoint's root.</summary>
    NotIncluded = 5,

    /// <summary>The checkpoint is not signed with this key.</summary>
    SignatureWrong = 6,

    /// <summary>The newer log does not begin with the older one.</summary>
    HistoryDiffers = 7,

    /// <summary>Entry and checkpoint, or the two checkpoints, are of different regions.</summary>
    RegionDiffers = 8,
}

/// <summary>Verdict and the sentence, in Chinese, that tells it.</summary>
public sealed record ProofResult(ProofVerdict Verdict, string Sentence)
{
    /// <summary>Whether the proof holds.</summary>
    public bool Holds => Verdict == ProofVerdict.Holds;
}
