using System.Data;
using Dapper;

namespace Fadu.Core.Storage;

/// <summary>Many values as one parameter. Dapper would make a parameter of each, and SQLite looks for each by its name among all others.</summary>
public sealed class ListParameter(object value) : SqlMapper.ICustomQueryParameter
{
    /// <inheritdoc/>
    public void AddParameter(IDbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
