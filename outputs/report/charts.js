// Draws the exhibits' data (engine JSON, already in its units) with ECharts, and saves tables as CSV. Computes nothing.
import * as echarts from "echarts/core";
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

echarts.use([AriaComponent, BarChart, GridComponent, HeatmapChart, LegendComponent, LineChart, MarkLineComponent, ScatterChart, SVGRenderer, TooltipComponent, VisualMapComponent]);

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const palette = ["#2f6fab", "#d9822b", "#4b9b6e", "#a05195", "#8a8d91", "#c0504d", "#5aa9c7", "#b5a642", "#6b6ecf", "#8c6d31"];
const number = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });
const wide = 14; // characters of a category before it is broken

function broken(text) {
  const parts = [];
  for (let at = 0; at < text.length; at += wide) parts.push(text.slice(at, at + wide));
  return parts.join("\n");
}

function frame(data, ink) {
  return {
    animation: false,
    aria: { enabled: true, label: { description: data.title } },
    color: palette,
    textStyle: { color: ink, fontFamily: "inherit" },
    grid: { left: 12, right: 52, top: 48, bottom: 12, containLabel: true },
    legend: { top: 4, type: "plain", textStyle: { color: ink } },
    tooltip: { trigger: "axis", confine: true, valueFormatter: (value) => (value == null ? "–" : number.format(value) + " " + data.unit) },
  };
}

const valueAxis = (data, ink) => ({
  type: "value",
  name: data.unit,
  nameTextStyle: { color: ink },
  axisLabel: { color: ink, formatter: (value) => number.format(Math.abs(value) === value || data.kind !== "pyramid" ? value : -value) },
  splitLine: { lineStyle: { opacity: 0.25 } },
});
const names = (data, ink, across) => ({
  type: "category",
  data: data.categories.map(across ? broken : (text) => text),
  inverse: across && data.kind !== "pyramid",
  axisLabel: { color: ink, interval: across ? 0 : "auto", lineHeight: 15 },
  axisTick: { show: false },
});
const mark = (data, along) =>
  data.mark && { symbol: "none", silent: true, lineStyle: { color: "#c0504d", type: "dashed" }, label: { formatter: data.mark.name, rotate: 0, position: along === "xAxis" ? "insideEndTop" : "insideStartTop", color: "#c0504d" }, data: [{ [along]: data.mark.value }] };

const kinds = {
  bars_across(data, ink) {
    return { xAxis: valueAxis(data, ink), yAxis: names(data, ink, true), series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, stack: data.stack ? "all" : undefined, barMaxWidth: 16 })) };
  },
  stacked(data, ink) {
    return { xAxis: names(data, ink, false), yAxis: valueAxis(data, ink), series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, stack: "all", barMaxWidth: 40 })) };
  },
  lines(data, ink) {
    return { xAxis: names(data, ink, false), yAxis: valueAxis(data, ink), series: data.series.map((one) => ({ type: "line", name: one.name, data: one.values, symbolSize: 5 })) };
  },
  pyramid(data, ink) {
    return { xAxis: valueAxis(data, ink), yAxis: names(data, ink, true), series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, stack: "all", barCategoryGap: "12%" })) };
  },
  tornado(data, ink) {
    return { xAxis: valueAxis(data, ink), yAxis: names(data, ink, true), series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, stack: "all", barMaxWidth: 18 })) };
  },
  // A floor that is not seen, then ends, rises and falls on top of it.
  waterfall(data, ink) {
    const colours = ["transparent", palette[0], palette[1], palette[2]];
    return {
      legend: { show: false },
      tooltip: { trigger: "item", confine: true, formatter: (item) => data.categories[item.dataIndex] + " " + number.format(data.steps[item.dataIndex]) + " " + data.unit },
      xAxis: { ...valueAxis(data, ink), min: data.minimum },
      yAxis: names(data, ink, true),
      series: data.series.map((one, i) => ({ type: "bar", stack: "all", name: one.name, data: one.values, itemStyle: { color: colours[i] }, barMaxWidth: 18, silent: Boolean(one.hidden) })),
    };
  },
  fan(data, ink) {
    const [outerLow, outerHigh, innerLow, innerHigh, middle] = data.series;
    const band = (name, low, high, colour, opacity) => {
      const gap = low.values.map((value, i) => high.values[i] - value);
      const line = { type: "line", stack: name, symbol: "none", lineStyle: { opacity: 0 }, silent: true };
      return [{ ...line, name: name + "-", data: low.values, tooltip: { show: false } }, { ...line, name, data: gap, areaStyle: { color: colour, opacity }, itemStyle: { color: colour }, tooltip: { show: false } }];
    };
    return {
      legend: { top: 4, data: [...data.names, middle.name], textStyle: { color: ink } },
      xAxis: names(data, ink, false),
      yAxis: valueAxis(data, ink),
      series: [...band(data.names[0], outerLow, outerHigh, palette[1], 0.35), ...band(data.names[1], innerLow, innerHigh, palette[0], 0.6), { type: "line", name: middle.name, data: middle.values, symbol: "none", lineStyle: { color: ink }, itemStyle: { color: ink }, markLine: mark(data, "yAxis") }],
    };
  },
  // Points are [x, y, name].
  scatter(data, ink) {
    const axis = (name) => ({ ...valueAxis(data, ink), name: name + "（" + data.unit + "）", nameLocation: "middle", nameGap: 32 });
    return {
      legend: { show: false },
      grid: { left: 40, right: 110, top: 24, bottom: 40, containLabel: true },
      tooltip: { trigger: "item", confine: true, formatter: (item) => item.value[2] + "<br>" + number.format(item.value[0]) + ", " + number.format(item.value[1]) + " " + data.unit },
      xAxis: axis(data.axes[0]),
      yAxis: axis(data.axes[1]),
      series: data.series.map((one) => ({ type: "scatter", name: one.name, data: one.values, symbolSize: 10, labelLayout: { hideOverlap: true }, label: { show: true, position: "right", color: ink, formatter: (item) => item.value[2] } })),
    };
  },
  // One series a row; darker is more.
  heatmap(data, ink) {
    const cells = data.series.flatMap((row, y) => row.values.map((value, x) => [x, y, value]));
    const all = cells.map((cell) => cell[2]);
    return {
      legend: { show: false },
      grid: { left: 30, right: 24, top: 16, bottom: 76, containLabel: true },
      tooltip: { trigger: "item", confine: true, formatter: (item) => number.format(item.value[2]) + " " + data.unit },
      visualMap: { min: Math.min(...all), max: Math.max(...all), calculable: false, orient: "horizontal", left: "center", bottom: 0, textStyle: { color: ink }, formatter: (value) => number.format(value), inRange: { color: ["#f4f8fb", "#2f6fab"] } },
      xAxis: { ...names(data, ink, false), name: data.axes[0], nameLocation: "middle", nameGap: 28, nameTextStyle: { color: ink } },
      yAxis: { type: "category", data: data.series.map((row) => row.name), inverse: true, axisLabel: { color: ink }, axisTick: { show: false } },
      series: [{ type: "heatmap", data: cells, label: { show: true, color: "#24292f", fontSize: 10, formatter: (item) => number.format(item.value[2]) } }],
    };
  },
  curve(data, ink) {
    return {
      tooltip: { trigger: "axis", confine: true, formatter: (items) => items.map((item) => number.format(item.value[0]) + " " + data.unit + "  " + item.value[1] + "%").join("<br>") },
      xAxis: { ...valueAxis(data, ink), scale: true, nameLocation: "end" },
      yAxis: { type: "value", min: 0, max: 100, axisLabel: { color: ink, formatter: "{value}%" }, splitLine: { lineStyle: { opacity: 0.25 } } },
      series: data.series.map((one) => ({ type: "line", name: one.name, data: one.values, symbolSize: 7, markLine: mark(data, "xAxis") })),
    };
  },
};

function heightOf(data) {
  const across = ["bars_across", "tornado", "waterfall", "pyramid"].includes(data.kind);
  if (data.kind === "heatmap") return 120 + data.series.length * 36;
  const legend = Math.ceil(data.series.length / 3) * 22;
  return across ? Math.max(220, data.categories.length * (data.kind === "pyramid" ? 22 : 46) + 110) : 320 + legend;
}

const all = JSON.parse(document.getElementById("charts").textContent);
const drawn = [];
function draw() {
  const ink = dark.matches ? "#e4e6e8" : "#24292f";
  for (const place of document.querySelectorAll(".chart")) {
    const data = all[place.dataset.of];
    place.style.height = heightOf(data) + "px";
    const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: "svg" });
    const option = { ...frame(data, ink), ...kinds[data.kind](data, ink) };
    const rows = option.legend.show === false ? 0 : Math.ceil(data.series.length / 3);
    if (rows > 1) option.grid = { ...option.grid, top: 28 + rows * 22 };
    chart.setOption(option, true);
    if (!drawn.includes(chart)) drawn.push(chart);
  }
}
draw();
const fit = () => drawn.forEach((chart) => chart.resize());
window.addEventListener("resize", fit);
window.addEventListener("beforeprint", fit);
dark.addEventListener("change", draw);

function csvOf(table) {
  const cell = (node) => {
    const text = node.textContent;
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d,.]+%?$/.test(text) ? "'" + text : text;
    return /[",\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  return [...table.rows].map((row) => [...row.cells].map(cell).join(",")).join("\r\n");
}
for (const button of document.querySelectorAll("button.csv")) {
  button.addEventListener("click", () => {
    const table = document.getElementById(button.dataset.of).querySelector("table");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + csvOf(table)], { type: "text/csv" }));
    link.download = button.dataset.of + ".csv";
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
document.documentElement.dataset.drawn = String(drawn.length);
