// Draws what the table beside says. The data stands in the attribute data-chart; without this file the table is enough.
document.addEventListener('DOMContentLoaded', () => {
  if (!window.echarts) return;
  document.documentElement.classList.add('scripted-charts');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  for (const place of document.querySelectorAll('[data-chart]')) {
    const data = JSON.parse(place.dataset.chart);
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption({
      animation: !still,
      color: [colour('--brand'), '#9db8d9'],
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      legend: data.series.length > 1 ? { top: 0 } : undefined,
      tooltip: { trigger: 'axis', valueFormatter: (value) => value == null ? '—' : value + (data.unit || '') },
      xAxis: { type: 'category', data: data.labels, axisLabel: { interval: 0, rotate: data.kind === 'bar' && data.labels.length > 8 ? 40 : 0 } },
      yAxis: { type: 'value', name: data.unit },
      series: data.series.map((series) => ({ type: data.kind, name: series.name, data: series.data, barMaxWidth: 24, connectNulls: false })),
    });
    addEventListener('resize', () => chart.resize());
  }
});
