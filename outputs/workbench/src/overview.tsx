// 总览: how the year stands, line by line and month by month, with the levers at the side.
import { useMemo, useState } from "preact/hooks";
import { begin, Refused } from "./ask";
import type { Work } from "./ask";
import { Chart, colour } from "./chart";
import { isStandard, nameOf, useContents } from "./context";
import type { Comparison, Difference, RiskRun, WorkStatus } from "./documents";
import { Lever } from "./lever";
import { count, percent, signedWan, wan } from "./numbers";
import { draftOf, setsOf } from "./state";
import { Progress } from "./progress";

function find(differences: Difference[], of: Difference["of"], id: string, year: number): Difference | undefined {
  return differences.find((one) => one.of === of && one.id === id && one.year === year);
}

function Light({ amount }: { amount: Comparison & { basis: string } }) {
  const { t } = useContents();
  const rate = amount.execution_rate;
  const kind = rate === null ? "none" : amount.difference_fen! > 0 ? "over" : rate > 0.98 && amount.basis !== "planned" ? "near" : "ok";
  const sign = { none: "○", over: "▲", near: "◆", ok: "●" }[kind];
  return <span class={`light ${kind}`} title={t(`light_${kind}`)} role="img" aria-label={t(`light_${kind}`)}>{sign}</span>;
}

function Cards() {
  const { figures, t } = useContents();
  const { total, differences, fiscal_year } = figures!;
  const moved = find(differences, "total", "", fiscal_year);
  const over = (total.difference_fen ?? 0) > 0;
  return (
    <div class="cards">
      <div class="card"><span class="name">{t("budget")}</span><span class="value">{wan(total.budget_fen)}</span></div>
      <div class="card"><span class="name">{t("projected")}</span><span class="value" data-figure="projected">{wan(total.projected_fen)}</span>
        <span class="sub">{t("change")} {signedWan(moved?.change_fen)}</span></div>
      <div class={`card ${over ? "over" : "ok"}`}><span class="name">{t("difference")}</span><span class="value">{signedWan(total.difference_fen)}</span></div>
      <div class="card"><span class="name">{t("execution")}</span><span class="value">{percent(total.execution_rate)}</span></div>
    </div>
  );
}

function Overspent({ risk }: { risk: RiskRun["risk"] | null }) {
  const { figures, t } = useContents();
  const over = figures!.lines.filter((one) => (one.difference_fen ?? 0) > 0);
  if (over.length === 0) return <p class="note">{t("nothingOver")}</p>;
  const chance = (code: string): string =>
    percent(risk?.figures.find((one) => one.of === "line" && one.id === code && one.year === figures!.fiscal_year)?.over, 0);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t("overspent")}>
      <table>
        <thead><tr><th scope="col">{t("line")}</th><th scope="col" class="n">{t("amountOver")}</th><th scope="col" class="n">{t("execution")}</th><th scope="col">{t("usedUp")}</th><th scope="col" class="n">{t("chance")}</th></tr></thead>
        <tbody>
          {over.map((one) => (
            <tr key={one.code}>
              <th scope="row">{one.code} {one.name}</th>
              <td class="n">{signedWan(one.difference_fen)}</td>
              <td class="n">{percent(one.execution_rate)}</td>
              <td>{find(figures!.differences, "line", one.code, figures!.fiscal_year)?.used_up ?? "–"}</td>
              <td class="n">{chance(one.code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Programmes() {
  const { figures, state, t, explain } = useContents();
  const { programmes, differences, fiscal_year, total } = figures!;
  const basis = { projected: t("projectedBasis"), calibrated: t("calibratedBasis"), planned: t("plannedBasis") };
  const moved = (id: string): string => {
    const change = find(differences, id ? "programme" : "total", id, fiscal_year)?.change_fen;
    return change ? signedWan(change) : "0.00";
  };
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t("programme")}>
      <table class="wide">
        <thead><tr><th scope="col">{t("programme")}</th><th scope="col">{t("line")}</th><th scope="col" class="n">{t("budget")}</th><th scope="col" class="n">{t("projected")}</th><th scope="col" class="n">{t("difference")}</th><th scope="col" class="n">{t("execution")}</th><th scope="col" class="n">{t("change")}</th><th scope="col" class="n">{t("persons")}</th><th scope="col">{t("basis")}</th></tr></thead>
        <tbody>
          {programmes.map((one) => (
            <tr key={one.id} data-programme={one.id} class={moved(one.id) === "0.00" ? "" : "moved"}>
              <th scope="row"><Light amount={one} /> <button type="button" class="link" onClick={() => explain(one.id)}>{nameOf(one, state.language)}</button></th>
              <td>{one.line ?? "–"}</td>
              <td class="n">{wan(one.budget_fen)}</td>
              <td class="n" data-figure="projected">{wan(one.projected_fen)}</td>
              <td class="n">{signedWan(one.difference_fen)}</td>
              <td class="n">{percent(one.execution_rate)}</td>
              <td class="n">{moved(one.id)}</td>
              <td class="n">{count(one.headcount)}</td>
              <td title={one.basis_reason}>{basis[one.basis]}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t("total")}</th><td /><td class="n">{wan(total.budget_fen)}</td><td class="n">{wan(total.projected_fen)}</td><td class="n">{signedWan(total.difference_fen)}</td><td class="n">{percent(total.execution_rate)}</td><td class="n">{moved("")}</td><td /><td /></tr></tfoot>
      </table>
    </div>
  );
}

function Months() {
  const { figures, state, t } = useContents();
  const { monthly, base_monthly } = figures!;
  const changed = setsOf(draftOf(state)).length > 0;
  const option = () => ({
    xAxis: { type: "category", data: monthly.map((one) => one.month) },
    yAxis: { type: "value", name: "" },
    series: [
      { name: t("now"), type: "bar", data: monthly.map((one) => one.line_fen / 1e6), itemStyle: { color: colour("accent"), borderRadius: [3, 3, 0, 0] }, barMaxWidth: 34 },
      ...(changed ? [{ name: t("base"), type: "line", data: base_monthly.map((one) => one.line_fen / 1e6), symbol: "circle", symbolSize: 6, lineStyle: { color: colour("second"), width: 2 }, itemStyle: { color: colour("second") } }] : []),
    ],
    legend: { show: changed, top: 0, right: 0, textStyle: { color: colour("dim") } },
    tooltip: { trigger: "axis", renderMode: "richText", confine: true, valueFormatter: (value: unknown) => wan(Number(value) * 1e6), backgroundColor: colour("card"), borderColor: colour("line"), textStyle: { color: colour("ink") } },
  });
  return (
    <section>
      <h2>{t("months")} <small>{t("wan")}，{t("ofBudgetLines")}</small></h2>
      <Chart option={option} height={220} label={t("months")} />
      <details><summary>{t("tableOfChart")}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={t("months")}>
          <table><thead><tr><th scope="col">{t("month")}</th><th scope="col" class="n">{t("now")}</th><th scope="col" class="n">{t("base")}</th><th scope="col" class="n">{t("persons")}</th></tr></thead>
            <tbody>{monthly.map((one, i) => <tr key={one.month}><th scope="row">{one.month}</th><td class="n">{wan(one.line_fen)}</td><td class="n">{wan(base_monthly[i]?.line_fen)}</td><td class="n">{count(one.headcount)}</td></tr>)}</tbody></table>
        </div>
      </details>
    </section>
  );
}

function Years() {
  const { figures, t } = useContents();
  if (figures!.years.length < 2) return null;
  return (
    <section>
      <h2>{t("years")} <small>{t("wan")}</small></h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("years")}>
        <table><thead><tr><th scope="col">{t("until")}</th><th scope="col" class="n">{t("projected")}</th><th scope="col" class="n">{t("change")}</th></tr></thead>
          <tbody>{figures!.years.map((one) => <tr key={one.year}><th scope="row">{one.year}</th><td class="n" data-year={one.year}>{wan(one.line_fen)}</td><td class="n">{signedWan(find(figures!.differences, "total", "", one.year)?.change_fen)}</td></tr>)}</tbody></table>
      </div>
    </section>
  );
}

export interface RiskState {
  key: string;
  status: WorkStatus | null;
  risk: RiskRun["risk"] | null;
  work: Work<RiskRun> | null;
  failed: string;
}

export const noRisk: RiskState = { key: "", status: null, risk: null, work: null, failed: "" };

/// The band and the chances of the draft, worked out on demand; they belong to the changes that they were made with.
export function useRisk() {
  const { input, state } = useContents();
  const key = JSON.stringify(input());
  const [risk, setRisk] = useState<RiskState>(noRisk);
  const own = risk.key === key ? risk : noRisk;
  const start = async (): Promise<void> => {
    const fresh = { ...noRisk, key };
    setRisk(fresh);
    try {
      const work = await begin<RiskRun>({ kind: "risk", replicates: 1000, assumptions: 100, ...input() }, (status) => setRisk((now) => (now.key === key ? { ...now, status } : now)));
      setRisk((now) => ({ ...now, work }));
      const { document } = await work.result;
      setRisk({ ...fresh, risk: document.risk });
    } catch (why) {
      setRisk({ ...fresh, failed: why instanceof Refused ? why.message : "" });
    }
  };
  void state;
  return { own, start };
}

export function RiskBand({ own, start }: { own: RiskState; start: () => void }) {
  const { figures, t } = useContents();
  const total = own.risk?.figures.find((one) => one.of === "total" && one.year === figures!.fiscal_year);
  const band = total?.both ?? total?.chance;
  return (
    <section class="band">
      {total && band ? (
        <p>{t("band")} <b>{wan(band.p10_fen)} – {wan(band.p90_fen)}</b>；{t("mean")} {wan(band.mean_fen)}；{t("chance")} <b>{percent(total.over, 0)}</b>；{t("reserve")} {wan(total.reserve_90_fen)}</p>
      ) : own.status || own.work ? <Progress status={own.status} cancel={() => own.work?.cancel()} /> : (
        <p><button type="button" onClick={start}>{t("runRisk")}</button> <span class="note">{t("riskNote")}</span> {own.failed && <span class="wrong">{own.failed}</span>}</p>
      )}
    </section>
  );
}

const ofEach = 2;

/// The levers that planners move most: the standards of the largest programmes, newcomers, the yearly adjustment, and what
/// was changed.
function Levers() {
  const { figures, movable, state, t } = useContents();
  const all = movable?.parameters ?? [];
  const order = [...(figures?.programmes ?? [])].sort((a, b) => b.projected_fen - a.projected_fen).map((one) => one.id);
  const standards = order.flatMap((id) => all.filter((one) => one.group === id && isStandard(one)).slice(0, ofEach));
  const wanted = [...standards, ...all.filter((one) => one.group === "cohort").slice(0, ofEach), ...all.filter((one) => one.group === "adjustment" && one.unit === "rate" && one.low !== null).slice(-1)].map((one) => one.path);
  const changed = draftOf(state).changes.map((one) => one.path);
  const list = useMemo(() => (movable?.parameters ?? []).filter((one) => wanted.includes(one.path) || changed.includes(one.path)), [movable, wanted.join(), changed.join()]);
  return <aside class="levers" aria-label={t("levers")}><h2>{t("levers")}</h2>{list.map((one) => <Lever key={one.path} parameter={one} brief />)}</aside>;
}

export function Overview() {
  const { figures, t } = useContents();
  const { own, start } = useRisk();
  if (!figures) return <p>{t("loading")}</p>;
  return (
    <div class="with-side">
      <div>
        <p class="verdict" aria-live="polite">{figures.verdict}</p>
        {figures.findings.map((one) => <p class="doubt" key={one.where + one.message}>{one.where}：{one.message}</p>)}
        <Cards />
        <RiskBand own={own} start={() => void start()} />
        <h2>{t("overspent")} <small>{t("wan")}</small></h2>
        <Overspent risk={own.risk} />
        <h2>{t("programme")} <small>{t("wan")}</small></h2>
        <Programmes />
        <Months />
        <Years />
        <p class="command note">{t("command")}：<code>{figures.command}</code></p>
      </div>
      <Levers />
    </div>
  );
}
