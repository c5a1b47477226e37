using System.Runtime.InteropServices;

namespace Fadu.Rules.Tests.Checking;

/// <summary>Processor time that the present thread has used; where the system does not tell it, that of the process.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    public static TimeSpan Used
    {
        get
        {
            if (!OperatingSystem.IsLinux() || ClockGetTime(ThreadProcessorTime, out var time) != 0) return Environment.CpuUsage.TotalTime;
            return TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100));
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
