// Charts: bars and lines of ECharts in the page's colours, each beside a table with the same figures.
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "preact/hooks";
import type { EChartsCoreOption } from "echarts/core";

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/// Text and lines in the colours of the theme; a tooltip drawn without markup, which the page's rules forbid.
export function themed(option: EChartsCoreOption): EChartsCoreOption {
  const ink = colour("ink"), dim = colour("dim"), line = colour("line");
  const axis = (own: object = {}): object => ({
    axisLabel: { color: dim, fontSize: 11 },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: line } },
    ...own,
  });
  return {
    animation: false,
    textStyle: { color: ink, fontFamily: "inherit" },
    grid: { left: 8, right: 16, top: 34, bottom: 6, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: dim, fontSize: 12 } },
    tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("card"), borderColor: line, textStyle: { color: ink, fontSize: 12 } },
    ...option,
    xAxis: axis(option.xAxis as object),
    yAxis: axis(option.yAxis as object),
  };
}

export function Chart({ option, height, label }: { option: () => EChartsCoreOption; height: number; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  useEffect(() => {
    const drawn = echarts.init(place.current!, undefined, { renderer: "svg" });
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(place.current!);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    const draw = (): void => chart.current?.setOption(themed(option()), true);
    draw();
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", draw);
    document.addEventListener("theme", draw);
    return () => {
      dark.removeEventListener("change", draw);
      document.removeEventListener("theme", draw);
    };
  });
  return <div ref={place} class={`chart chart-${height}`} role="img" aria-label={label} />;
}
