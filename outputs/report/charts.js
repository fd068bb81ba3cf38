// Draws the exhibits' data (engine JSON, already in its units) with ECharts, and saves tables as CSV. Computes nothing.
import * as echarts from "echarts/core";
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

echarts.use([AriaComponent, BarChart, GridComponent, HeatmapChart, LegendComponent, LineChart, MarkLineComponent, ScatterChart, SVGRenderer, TooltipComponent, VisualMapComponent]);

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const palette = ["#2f6fab", "#d9822b", "#4b9b6e", "#a05195", "#8a8d91", "#c0504d", "#5aa9c7", "#b5a642", "#6b6ecf", "#8c6d31"];
const number = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });
const chinese = document.documentElement.lang.startsWith("zh");
const say = (zh, en) => (chinese ? zh : en);

// What fits: a phone gets shorter lines of names, fewer ticks and smaller letters.
const narrowest = 560;
const isNarrow = (data) => data.width < narrowest;
const sizeOf = (data) => (isNarrow(data) ? 11 : 12);
const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 1 : 0.55), 0);

// Breaks a name into lines of at most `most` full-width letters; Latin words and numbers stay whole where they can.
function broken(text, most) {
  const lines = [""];
  for (const piece of text.match(/[\w.%+\-/()]+\s?|./gu) || []) {
    const last = lines.length - 1;
    if (lines[last] !== "" && widthOf(lines[last] + piece) > most) lines.push(piece);
    else lines[last] += piece;
  }
  return lines.map((line) => line.trim()).join("\n");
}
const nameWidth = (data) => (isNarrow(data) ? 7 : 14);

// Rows that a legend of these names takes.
function legendRows(names, data) {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const needed = widthOf(name) * sizeOf(data) + 46;
    if (used > 0 && used + needed > data.width - 10) {
      rows += 1;
      used = 0;
    }
    used += needed;
  }
  return rows;
}

// Figures beside their bars: to the left of what is negative.
const besideBars = (values) => values.map((value) => (value == null ? value : { value, label: { position: value < 0 ? "left" : "right" } }));
const figures = (ink, data) => ({ show: true, color: ink, fontSize: sizeOf(data) - 1, formatter: (item) => number.format(item.value) });

function frame(data, ink) {
  return {
    animation: false,
    aria: { enabled: true, label: { description: data.title } },
    color: palette,
    textStyle: { color: ink, fontFamily: "inherit" },
    grid: { left: 8, right: isNarrow(data) ? 48 : 64, top: 48, bottom: 12, containLabel: true },
    legend: { top: 4, type: "plain", itemWidth: 18, textStyle: { color: ink, fontSize: sizeOf(data) } },
    tooltip: { trigger: "axis", confine: true, valueFormatter: (value) => (value == null ? "–" : number.format(value) + " " + data.unit) },
  };
}

const valueAxis = (data, ink) => ({
  type: "value",
  name: data.unit,
  nameTextStyle: { color: ink, fontSize: sizeOf(data) },
  splitNumber: isNarrow(data) ? 3 : 5,
  axisLabel: { color: ink, fontSize: sizeOf(data), hideOverlap: true, formatter: (value) => number.format(Math.abs(value) === value || data.kind !== "pyramid" ? value : -value) },
  splitLine: { lineStyle: { opacity: 0.25 } },
});
// Below a chart whose values run across, the unit stands under the axis, where no tick is.
const acrossAxis = (data, ink) => ({ ...valueAxis(data, ink), nameLocation: "middle", nameGap: 26 });
const names = (data, ink, across) => ({
  type: "category",
  data: data.categories.map((text) => (across ? broken(text, nameWidth(data)) : text)),
  inverse: across && data.kind !== "pyramid",
  axisLabel: { color: ink, fontSize: sizeOf(data), interval: across ? 0 : "auto", hideOverlap: !across, lineHeight: 15 },
  axisTick: { show: false },
});
const mark = (data, along) =>
  data.mark && { symbol: "none", silent: true, lineStyle: { color: "#c0504d", type: "dashed" }, label: { formatter: data.mark.name, rotate: 0, position: along === "xAxis" ? "insideEndTop" : "insideStartTop", color: "#c0504d" }, data: [{ [along]: data.mark.value }] };

const kinds = {
  bars_across(data, ink) {
    const label = data.stack ? undefined : figures(ink, data);
    return { xAxis: acrossAxis(data, ink), yAxis: names(data, ink, true), series: data.series.map((one) => ({ type: "bar", name: one.name, data: data.stack ? one.values : besideBars(one.values), label, stack: data.stack ? "all" : undefined, barMaxWidth: 16 })) };
  },
  stacked(data, ink) {
    return { xAxis: names(data, ink, false), yAxis: valueAxis(data, ink), series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, stack: "all", barMaxWidth: 40 })) };
  },
  // Bars side by side: payments of some months are no line between them.
  grouped(data, ink) {
    return { xAxis: names(data, ink, false), yAxis: valueAxis(data, ink), series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, barGap: "5%", barMaxWidth: 18 })) };
  },
  lines(data, ink) {
    return { xAxis: names(data, ink, false), yAxis: valueAxis(data, ink), series: data.series.map((one) => ({ type: "line", name: one.name, data: one.values, symbolSize: 5 })) };
  },
  pyramid(data, ink) {
    return { xAxis: acrossAxis(data, ink), yAxis: names(data, ink, true), series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, stack: "all", barCategoryGap: "12%" })) };
  },
  tornado(data, ink) {
    return { xAxis: acrossAxis(data, ink), yAxis: names(data, ink, true), series: data.series.map((one) => ({ type: "bar", name: one.name, data: besideBars(one.values), label: figures(ink, data), stack: "all", barMaxWidth: 18 })) };
  },
  // A floor that is not seen, then ends, rises and falls on top of it.
  waterfall(data, ink) {
    const colours = ["transparent", palette[0], palette[1], palette[2]];
    const shown = data.series.filter((one) => !one.hidden).map((one) => one.name);
    const cut = data.minimum > 0 ? say("（轴在 ≈ 处断开，不从 0 起）", " (broken at ≈: the axis does not begin at 0)") : "";
    const step = (item) => (item.value ? number.format(data.steps[item.dataIndex]) : "");
    return {
      legend: { top: 4, itemWidth: 18, data: shown, textStyle: { color: ink, fontSize: sizeOf(data) } },
      tooltip: { trigger: "item", confine: true, formatter: (item) => data.categories[item.dataIndex] + " " + number.format(data.steps[item.dataIndex]) + " " + data.unit },
      xAxis: { ...acrossAxis(data, ink), name: data.unit + cut, min: data.minimum, axisLabel: { ...acrossAxis(data, ink).axisLabel, formatter: (value) => (data.minimum > 0 && value === data.minimum ? "≈ " : "") + number.format(value) } },
      yAxis: names(data, ink, true),
      series: data.series.map((one, i) => ({ type: "bar", stack: "all", name: one.name, data: one.values, itemStyle: { color: colours[i] }, label: one.hidden ? undefined : { ...figures(ink, data), position: "right", formatter: step }, barMaxWidth: 18, silent: Boolean(one.hidden), markLine: i === 1 && data.minimum > 0 ? { symbol: "none", silent: true, label: { formatter: "≈", position: "start", color: ink, distance: -2 }, lineStyle: { color: ink, type: [2, 3], width: 2 }, data: [{ xAxis: data.minimum }] } : undefined })),
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
      legend: { top: 4, itemWidth: 18, data: [...data.names, middle.name], textStyle: { color: ink, fontSize: sizeOf(data) } },
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
      grid: { left: isNarrow(data) ? 24 : 40, right: isNarrow(data) ? 64 : 110, top: 24, bottom: 40, containLabel: true },
      tooltip: { trigger: "item", confine: true, formatter: (item) => item.value[2] + "<br>" + number.format(item.value[0]) + ", " + number.format(item.value[1]) + " " + data.unit },
      xAxis: axis(data.axes[0]),
      yAxis: axis(data.axes[1]),
      series: data.series.map((one) => ({ type: "scatter", name: one.name, data: one.values, symbolSize: 10, labelLayout: { hideOverlap: true }, label: { show: true, position: "right", color: ink, fontSize: sizeOf(data), formatter: (item) => broken(item.value[2], nameWidth(data)) } })),
    };
  },
  // One series a row; darker is more.
  heatmap(data, ink) {
    const cells = data.series.flatMap((row, y) => row.values.map((value, x) => [x, y, value]));
    const all = cells.map((cell) => cell[2]);
    const least = Math.min(...all);
    const most = Math.max(...all);
    const room = (data.width - 110) / data.categories.length; // of a cell, across
    // Cells keep their colours in the dark: dark letters on the light ones, light letters on the dark ones.
    const letters = (value) => (value - least > 0.55 * (most - least) ? "#ffffff" : "#24292f");
    const filled = cells.map((cell) => ({ value: cell, label: { color: letters(cell[2]) } }));
    return {
      legend: { show: false },
      grid: { left: 30, right: 24, top: 16, bottom: 76, containLabel: true },
      tooltip: { trigger: "item", confine: true, formatter: (item) => number.format(item.value[2]) + " " + data.unit },
      visualMap: { min: least, max: most, calculable: false, orient: "horizontal", left: "center", bottom: 0, textStyle: { color: ink }, formatter: (value) => number.format(value), inRange: { color: ["#f4f8fb", "#2f6fab"] } },
      xAxis: { ...names(data, ink, false), name: data.axes[0], nameLocation: "middle", nameGap: 28, nameTextStyle: { color: ink } },
      yAxis: { type: "category", data: data.series.map((row) => row.name), inverse: true, axisLabel: { color: ink, fontSize: sizeOf(data) }, axisTick: { show: false } },
      series: [{ type: "heatmap", data: filled, label: { show: room > 46, fontSize: 10, formatter: (item) => number.format(item.value[2]) } }],
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
  const legend = legendRows(legendNames(data), data) * 22;
  if (!across) return 320 + legend;
  const lines = Math.max(...data.categories.map((name) => broken(name, nameWidth(data)).split("\n").length));
  const bars = data.kind === "bars_across" && !data.stack ? data.series.length : 1;
  const row = data.kind === "pyramid" ? 22 : Math.max(46, lines * 16 + 10, bars * 18 + 14);
  return Math.max(220, data.categories.length * row + 90 + legend);
}

const legendNames = (data) => (data.kind === "fan" ? [...data.names, data.series[4].name] : data.series.filter((one) => !one.hidden).map((one) => one.name));

const all = JSON.parse(document.getElementById("charts").textContent);
const drawn = [];
function draw() {
  const ink = dark.matches ? "#e4e6e8" : "#24292f";
  for (const place of document.querySelectorAll(".chart")) {
    const data = all[place.dataset.of];
    data.width = place.clientWidth;
    place.style.height = heightOf(data) + "px";
    const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: "svg" });
    const option = { ...frame(data, ink), ...kinds[data.kind](data, ink) };
    if (option.legend.show !== false) {
      // The name of an upright value axis stands above it, below the legend.
      const upright = option.yAxis.type === "value" && data.kind !== "curve";
      option.grid = { ...option.grid, top: 14 + legendRows(legendNames(data), data) * 22 + (upright ? 24 : 0) };
    }
    if (option.xAxis.nameLocation === "middle" && option.legend.show !== false) option.grid.bottom = 34;
    chart.setOption(option, true);
    chart.resize();
    if (!drawn.includes(chart)) drawn.push(chart);
  }
}
draw();
window.addEventListener("resize", draw);
dark.addEventListener("change", draw);
// A printed page shows its tables; those that were closed are closed again.
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const one of opened) one.open = true;
  draw();
});
window.addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
  draw();
});

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
