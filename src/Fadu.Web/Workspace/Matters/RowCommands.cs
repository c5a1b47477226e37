using System.Globalization;

namespace Fadu.Web.Workspace.Matters;

/// <summary>Adds and removes rows of a small table by plain buttons, so that it works without scripts.</summary>
internal static class RowCommands
{
    /// <summary>Carries out the button that was pressed; true where it was one of these.</summary>
    public static bool Apply(Dictionary<string, IReadOnlyList<string>> inputs)
    {
        if (inputs.GetValueOrDefault("rows") is not [var command, ..] || command.Split(':') is not [var verb, var input, ..] parts)
        {
            return false;
        }

        var count = int.TryParse(inputs.GetValueOrDefault(input + ".rows")?[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 0;
        if (verb == "add")
        {
            inputs[input + ".rows"] = [(count + 1).ToString(CultureInfo.InvariantCulture)];
        }
        else if (verb == "remove" && parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var gone))
        {
            foreach (var key in inputs.Keys.Where(k => k.StartsWith($"{input}[{gone}].", StringComparison.Ordinal)).ToList())
            {
                inputs.Remove(key);
            }

            for (var i = gone + 1; i < count; i++)
            {
                foreach (var key in inputs.Keys.Where(k => k.StartsWith($"{input}[{i}].", StringComparison.Ordinal)).ToList())
                {
                    inputs[$"{input}[{i - 1}].{key[(key.IndexOf("].", StringComparison.Ordinal) + 2)..]}"] = inputs[key];
                    inputs.Remove(key);
                }
            }

            inputs[input + ".rows"] = [Math.Max(0, count - 1).ToString(CultureInfo.InvariantCulture)];
        }

        return true;
    }
}
