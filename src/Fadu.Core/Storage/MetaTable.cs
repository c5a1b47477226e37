namespace Fadu.Core.Storage;

/// <summary>The table <c>meta</c>: what a store knows of itself, one text a key.</summary>
internal static class MetaTable
{
    /// <summary>Sets <c>@key</c> to <c>@value</c>.</summary>
    public const string Upsert = "insert into meta(key, value) values (@key, @value) on conflict (key) do update set value = excluded.value";

    /// <summary>Adds the statement that sets a key.</summary>
    public static void SetMeta(this SqlBatch batch, string key, string value) => batch.Add(Upsert, ("key", key), ("value", value));
}
