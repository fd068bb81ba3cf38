// 敏感性与风险: which assumptions matter, and how far chance and assumptions may carry the year.
import { useState } from "preact/hooks";
import { Chart, colour } from "./chart";
import { useContents, watched } from "./context";
import type { Index, RiskRun, Study as StudyDocument } from "./documents";
import { percent, signedWan, wan } from "./numbers";
import { Progress } from "./progress";
import { useStudy } from "./study";

function Tornado() {
  const { figures, input, t } = useContents();
  const [line, setLine] = useState("");
  const study = useStudy<StudyDocument>();
  const result = study.document;
  const bars = (result?.tornado ?? []).filter((one) => !one.dead).slice(0, 15).map((one) => ({ ...one, input: result!.inputs.find((own) => own.path === one.path)! }));
  const option = () => {
    const base = result!.base_fen / 1e6;
    const side = (name: string, key: "at_low_fen" | "at_high_fen", tone: string) => ({
      name, type: "bar", stack: key, barGap: "-100%", barMaxWidth: 16, itemStyle: { color: colour(tone) }, data: bars.map((one) => one[key] / 1e6 - base),
    });
    return {
      grid: { left: 8, right: 20, top: 34, bottom: 6, containLabel: true },
      xAxis: { type: "value" },
      yAxis: { type: "category", inverse: true, data: bars.map((one) => one.input.name), axisLabel: { color: colour("dim"), width: 210, overflow: "truncate" } },
      series: [side(t("atLow"), "at_low_fen", "second"), side(t("atHigh"), "at_high_fen", "accent")],
      tooltip: { trigger: "axis", renderMode: "richText", confine: true, valueFormatter: (value: unknown) => signedWan(Number(value) * 1e6), backgroundColor: colour("card"), borderColor: colour("line"), textStyle: { color: colour("ink") } },
    };
  };
  return (
    <section>
      <h2>{t("tornado")} <small>{t("wan")}</small></h2>
      <div class="bar">
        <label class="inline">{t("line")} <select value={line} onChange={(e) => setLine(e.currentTarget.value)}><option value="">{t("allLines")}</option>{figures!.lines.map((one) => <option key={one.code} value={one.code}>{one.code} {one.name}</option>)}</select></label>
        <button type="button" class="main" disabled={study.busy} onClick={() => study.start({ kind: "sensitivity", method: "tornado", line, ...input() })}>{t("runTornado")}</button>
      </div>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {result && (
        <>
          <p>{result.output}：{t("base")} {wan(result.base_fen)}，{t("budget")} {wan(result.budget_fen)}</p>
          <Chart option={option} height={bars.length > 8 ? 440 : 320} label={t("tornado")} />
          <div class="scroll" tabIndex={0} role="region" aria-label={t("tornado")}>
            <table class="wide"><thead><tr><th scope="col">{t("assumption")}</th><th scope="col">{t("low")}</th><th scope="col">{t("base")}</th><th scope="col">{t("high")}</th><th scope="col" class="n">{t("atLow")}</th><th scope="col" class="n">{t("atHigh")}</th><th scope="col">{t("breaksAt")}</th></tr></thead>
              <tbody>{bars.map((one) => <tr key={one.path}><th scope="row" title={one.input.source}>{one.input.name}</th><td>{one.input.low}</td><td>{one.input.base}</td><td>{one.input.high}</td><td class="n">{wan(one.at_low_fen)}</td><td class="n">{wan(one.at_high_fen)}</td><td>{one.breaks_at ?? "–"}</td></tr>)}</tbody></table>
          </div>
          <p class="command note">{t("command")}：<code>{result.command}</code></p>
        </>
      )}
    </section>
  );
}

/// Two assumptions crossed: the total at each pair of values; what exceeds the budget is marked.
function TwoWay() {
  const { figures, input, movable, t } = useContents();
  const uncertain = movable?.parameters.filter((one) => one.uncertain !== null) ?? [];
  const [chosenFirst, setFirst] = useState("");
  const [chosenSecond, setSecond] = useState("");
  const first = chosenFirst || (uncertain.find((one) => one.group === watched(figures)?.id) ?? uncertain[0])?.path || "";
  const second = chosenSecond || uncertain.find((one) => one.group === "mortality" && one.path !== first)?.path || uncertain.find((one) => one.path !== first)?.path || "";
  const study = useStudy<StudyDocument>();
  const map = study.document?.heatmap;
  const name = (path: string): string => uncertain.find((one) => one.path === path)?.name ?? path;
  const choice = (value: string, set: (path: string) => void, label: string) => (
    <select aria-label={label} value={value} onChange={(e) => set(e.currentTarget.value)}>{uncertain.map((one) => <option key={one.path} value={one.path}>{one.name}</option>)}</select>
  );
  return (
    <section>
      <h2>{t("twoWay")} <small>{t("wan")}</small></h2>
      <div class="bar">
        {choice(first, setFirst, `${t("assumption")} 1`)} {t("and")} {choice(second, setSecond, `${t("assumption")} 2`)}
        <button type="button" class="main" disabled={study.busy || first === second} onClick={() => study.start({ kind: "sensitivity", method: "heatmap", inputs: [first, second], ...input() })}>{t("runTwoWay")}</button>
      </div>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {map && (
        <div class="scroll" tabIndex={0} role="region" aria-label={t("twoWay")}>
          <table><caption>{name(map.first)} ↓　{name(map.second)} →</caption>
            <thead><tr><th scope="col">{t("value")}</th>{map.second_values.map((one) => <th scope="col" class="n" key={one}>{one}</th>)}</tr></thead>
            <tbody>{map.fen.map((row, i) => <tr key={i}><th scope="row">{map.first_values[i]}</th>{row.map((fen, j) => <td key={j} class={`n${study.document!.budget_fen !== null && fen > study.document!.budget_fen ? " differs over" : ""}`}>{wan(fen)}</td>)}</tr>)}</tbody></table>
        </div>
      )}
    </section>
  );
}

/// How much of the total's variance each assumption causes, alone and with others.
function Shares() {
  const { input, t } = useContents();
  const study = useStudy<StudyDocument>();
  const shares = [...(study.document?.factors ?? [])].filter((one) => one.total).sort((a, b) => b.total!.value - a.total!.value);
  const name = (paths: string[]): string => paths.map((path) => study.document?.inputs.find((one) => one.path === path)?.name ?? path).join("、");
  const small = 0.005;
  const idle = shares.filter((one) => one.total!.value < small);
  const table = (list: typeof shares) => (
    <div class="scroll" tabIndex={0} role="region" aria-label={t("sobol")}>
      <table class="wide"><thead><tr><th scope="col">{t("assumption")}</th><th scope="col" class="n">{t("firstOrder")}</th><th scope="col" class="n">{t("totalOrder")}</th></tr></thead>
        <tbody>{list.map((one) => <tr key={one.name}><th scope="row">{name(one.inputs)}</th><td class="n">{one.first ? share(one.first) : "–"}</td><td class="n">{share(one.total!)}</td></tr>)}</tbody></table>
    </div>
  );
  const share = (one: Index): string => `${percent(one.value, 1)}（${percent(one.low, 0)} – ${percent(one.high, 0)}）`;
  return (
    <section>
      <h2>{t("sobol")}</h2>
      <p><button type="button" class="main" disabled={study.busy} onClick={() => study.start({ kind: "sensitivity", method: "sobol", ...input() })}>{t("runSobol")}</button> <span class="note">{t("sobolNote")}</span></p>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {shares.length > 0 && table(shares.filter((one) => one.total!.value >= small))}
      {idle.length > 0 && <details><summary>{t("smallShares")}（{idle.length}）</summary>{table(idle)}</details>}
    </section>
  );
}

function Replicates() {
  const { figures, input, t } = useContents();
  const study = useStudy<RiskRun>();
  const own = study.document?.risk.figures.filter((one) => one.year === figures!.fiscal_year && one.of !== "programme") ?? [];
  return (
    <section>
      <h2>{t("risk")} <small>{t("wan")}</small></h2>
      <p><button type="button" class="main" disabled={study.busy} onClick={() => study.start({ kind: "risk", replicates: 1000, assumptions: 100, ...input() })}>{t("runRisk")}</button> <span class="note">{t("riskNote")}</span></p>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {own.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label={t("risk")}>
          <table class="wide"><thead><tr><th scope="col">{t("line")}</th><th scope="col" class="n">{t("budget")}</th><th scope="col" class="n">{t("mean")}</th><th scope="col" class="n">{t("band")}</th><th scope="col" class="n">{t("chance")}</th><th scope="col" class="n">{t("reserve")}</th><th scope="col">{t("exhausted")}</th></tr></thead>
            <tbody>{own.map((one) => { const band = one.both ?? one.chance; return (
              <tr key={one.id} class={one.of === "total" ? "sum" : ""}><th scope="row">{one.of === "total" ? t("total") : `${one.id} ${one.name}`}</th><td class="n">{wan(one.budget_fen)}</td><td class="n">{wan(band.mean_fen)}</td><td class="n">{wan(band.p10_fen)} – {wan(band.p90_fen)}</td><td class="n">{percent(one.over, 0)}</td><td class="n">{wan(one.reserve_90_fen)}</td><td>{one.likely_over ?? "–"}</td></tr>
            ); })}</tbody></table>
        </div>
      )}
    </section>
  );
}

export function Risk() {
  const { figures, t } = useContents();
  if (!figures) return <p>{t("loading")}</p>;
  return <><Tornado /><TwoWay /><Replicates /><Shares /></>;
}
