using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Fadu.Web;

/// <summary>What model binding says when a value does not fit.</summary>
internal static class ChineseModelMessages
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"“{field}”的值“{value}”不对");
        messages.SetMissingBindRequiredValueAccessor(field => $"请填写“{field}”");
        messages.SetMissingKeyOrValueAccessor(() => "请填写");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"值“{value}”不对");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "值不对");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "应当是数字");
        messages.SetUnknownValueIsInvalidAccessor(field => $"“{field}”的值不对");
        messages.SetValueIsInvalidAccessor(value => $"值“{value}”不对");
        messages.SetValueMustBeANumberAccessor(field => $"“{field}”应当是数字");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写");
    }
}
