using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace k8s.Serialization;

/// <summary>Text that would be read as something else gets quotes; lines of text stand as lines.</summary>
internal sealed class StringStyle(IEventEmitter next) : ChainedEventEmitter(next)
{
    public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
    {
        if (eventInfo.Source.Value is string text)
        {
            if (LooksTyped.Test(text) || !IsPlainText(text)) eventInfo.Style = ScalarStyle.DoubleQuoted;
            else if (text.Contains('\n')) eventInfo.Style = ScalarStyle.Literal;
        }

        base.Emit(eventInfo, emitter);
    }

    /// <summary>Whether a block can hold the text as it is: it begins with a visible character and has no control characters but line feeds.</summary>
    private static bool IsPlainText(string text) =>
        !char.IsWhiteSpace(text[0]) && !text.Any(c => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\ufeff');
}
