namespace Fadu.Core.Documents;

/// <summary>
/// Measures of GB/T 9704-2012 in Word's units (1 twip = 1/20 point). 28 characters of 16 pt are wider than 156 mm, so each is set 0.25 pt tighter;
/// 22 lines fit 225 mm at 28.9 pt, not at 29. A character grid is never written: it halves the line in LibreOffice.
/// </summary>
internal static class GbPage
{
    public const int Width = 11906, Height = 16838;
    public const int Top = 2098, Left = 1588, Right = 1474, Bottom = 1984;
    public const int TextWidth = 8844;
    public const int Line = 578;
    public const int Tighter = -5;
    public const int FooterFromEdge = 1310;
    public const int Character = 320;
    public const int BodySize = 32;

    public const string FangSong = "仿宋_GB2312", KaiTi = "楷体_GB2312", HeiTi = "黑体", BiaoSong = "方正小标宋简体", SongTi = "宋体";
    public const string Red = "FF0000";
}
