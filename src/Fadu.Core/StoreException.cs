namespace Fadu.Core;

/// <summary>A store cannot be opened or used; the words are for the person at the terminal.</summary>
public sealed class StoreException(string says, string advice) : Exception($"{says}。{advice}。")
{
    /// <summary>What is wrong.</summary>
    public string Says { get; } = says;
    /// <summary>What to do.</summary>
    public string Advice { get; } = advice;
}
