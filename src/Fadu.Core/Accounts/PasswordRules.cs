namespace Fadu.Core.Accounts;

/// <summary>Judges a new password.</summary>
public static class PasswordRules
{
    /// <summary>What is wrong with it, empty where nothing is.</summary>
    public static IReadOnlyList<string> Check(AccountRules rules, string login, string password)
    {
        List<string> faults = [];
        if (password.Length < rules.MinimumLength)
        {
            faults.Add($"密码至少{rules.MinimumLength}位，现为{password.Length}位");
        }

        if (password.Length > 128)
        {
            faults.Add("密码不能超过128位");
        }

        int[] classes = [password.Any(char.IsLower) ? 1 : 0, password.Any(char.IsUpper) ? 1 : 0, password.Any(char.IsDigit) ? 1 : 0, password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0];
        if (classes.Sum() < rules.CharacterClasses)
        {
            faults.Add($"密码应当包含大写字母、小写字母、数字、符号中的{rules.CharacterClasses}类");
        }

        if (login.Length > 2 && password.Contains(login, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add("密码不能包含登录名");
        }

        return faults;
    }
}
