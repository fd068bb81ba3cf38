// 年度执行: payments made so far, the estimate of the year, the cash that is needed, and how high a standard can go.
import { useState } from "preact/hooks";
import { isStandard, useContents, watched } from "./context";
import type { CashPlan, Reforecast, Solved } from "./documents";
import { percent, signedWan, wan } from "./numbers";
import { Progress } from "./progress";
import { useStudy } from "./study";

function Estimate() {
  const { figures, input, t } = useContents();
  const [text, setText] = useState("");
  const study = useStudy<Reforecast>();
  const fill = (): void => {
    const rows = figures!.programmes.flatMap((one) => one.monthly.filter((month) => month.month.startsWith(String(figures!.fiscal_year))).slice(0, 8)
      .map((month) => `${one.name}\t${month.month}\t${(month.line_fen / 100).toFixed(2)}`));
    setText(["项目\t月份\t金额（元）", ...rows].join("\n"));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void event.dataTransfer?.files[0]?.text().then(setText);
  };
  const result = study.document;
  return (
    <section>
      <h2>{t("estimate")}</h2>
      <label for="actuals">{t("whole")}</label>
      <p class="note">{t("pasteHint")}</p>
      <textarea id="actuals" rows={7} spellcheck={false} value={text} onInput={(e) => setText(e.currentTarget.value)} onDrop={drop} onDragOver={(e) => e.preventDefault()} />
      <div class="bar">
        <button type="button" class="main" disabled={study.busy || text.trim() === ""} onClick={() => study.start({ kind: "reforecast", actuals: text, ...input() })}>{t("estimate")}</button>
        <button type="button" onClick={fill}>{t("example")}</button><span class="note">{t("exampleNote")}</span>
      </div>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {result && (
        <>
          {result.findings.map((one) => <p class={one.severity === "note" ? "note" : "doubt"} key={one.where + one.message}>{one.where}：{one.message}</p>)}
          <p>{t("lockedTo")} <b>{result.locked_to}</b>，{t("wan")}</p>
          <div class="scroll" tabIndex={0} role="region" aria-label={t("estimate")}>
            <table class="wide"><thead><tr><th scope="col">{t("line")}</th><th scope="col" class="n">{t("budget")}</th><th scope="col" class="n">{t("paid")}</th><th scope="col" class="n">{t("estimated")}</th><th scope="col" class="n">{t("band")}</th><th scope="col" class="n">{t("left")}</th><th scope="col" class="n">{t("chance")}</th><th scope="col">{t("exhausted")}</th></tr></thead>
              <tbody>{[...result.lines, result.total].map((one) => (
                <tr key={one.code ?? ""} class={one.code ? "" : "sum"}><th scope="row">{one.code ? `${one.code} ${one.name}` : t("total")}</th><td class="n">{wan(one.budget_fen)}</td><td class="n">{wan(one.locked_fen)}</td><td class="n">{wan(one.estimate_fen)}</td><td class="n">{wan(one.p10_fen)} – {wan(one.p90_fen)}</td><td class="n">{signedWan(one.left_fen)}</td><td class="n">{percent(one.probability_over_budget, 0)}</td><td>{one.exhausted ?? "–"}</td></tr>
              ))}</tbody></table>
          </div>
        </>
      )}
    </section>
  );
}

function Seek() {
  const { figures, input, movable, t } = useContents();
  const [chosen, setVary] = useState("");
  const [ofLine, setLine] = useState<string | null>(null);
  const [target, setTarget] = useState("");
  const study = useStudy<Solved>();
  const amounts = movable?.parameters.filter((one) => one.low !== null && one.unit.startsWith("yuan") && figures?.programmes.some((p) => p.id === one.group)) ?? [];
  const first = watched(figures);
  const vary = chosen || (amounts.find((one) => one.group === first?.id && isStandard(one) && one.unit === "yuan_per_payment") ?? amounts.find((one) => one.group === first?.id) ?? amounts[0])?.path || "";
  const line = ofLine ?? first?.line ?? "";
  const point = study.document?.points[0];
  return (
    <section>
      <h2>{t("seek")}</h2>
      <p class="note">{t("seekNote")}</p>
      <div class="bar">
        <label class="inline">{t("parameter")} <select value={vary} onChange={(e) => setVary(e.currentTarget.value)}>{amounts.map((one) => <option key={one.path} value={one.path}>{one.name}</option>)}</select></label>
        <label class="inline">{t("line")} <select value={line} onChange={(e) => setLine(e.currentTarget.value)}><option value="">{t("allLines")}</option>{figures?.lines.map((one) => <option key={one.code} value={one.code}>{one.code} {one.name}</option>)}</select></label>
        <label class="inline">{t("target")} <input type="text" value={target} placeholder="9603万元" onInput={(e) => setTarget(e.currentTarget.value)} /></label>
        <button type="button" class="main" disabled={study.busy} onClick={() => study.start({ kind: "solve", vary, line, target, ...input() })}>{t("find")}</button>
      </div>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {point && (point.solved
        ? <p class="answer">{t("highest")} <b>{point.value}</b>（{t("base")} {study.document!.base.value}）：{wan(point.amount_fen)}；{t("nextStep")} {point.next ?? "–"}：{wan(point.next_amount_fen)}（{t("wan")}）</p>
        : <p class="doubt">{t("noAnswer")}</p>)}
    </section>
  );
}

function Cash() {
  const { input, state, t } = useContents();
  const study = useStudy<CashPlan>();
  const plan = study.document;
  const payer = (id: string): string => { const one = plan?.payers.find((p) => p.payer === id); return one ? (state.language === "en" && one.name_en ? one.name_en : one.name) : id; };
  return (
    <section>
      <h2>{t("cash")}</h2>
      <button type="button" class="main" disabled={study.busy} onClick={() => study.start({ kind: "cash", ...input() })}>{t("runCash")}</button>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {plan && (
        <>
          {plan.peak && <p>{t("peak")} <b>{plan.peak.day}</b>：{wan(plan.peak.amount_fen)}（{t("wan")}）</p>}
          <p class="note">{plan.rule}</p>
          <div class="scroll tall" tabIndex={0} role="region" aria-label={t("cash")}>
            <table class="wide"><thead><tr><th scope="col">{t("day")}</th><th scope="col">{t("programme")}</th><th scope="col">{t("payer")}</th><th scope="col" class="n">{t("amount")}</th></tr></thead>
              <tbody>{plan.needs.map((one, i) => <tr key={i}><td>{one.day}</td><th scope="row">{one.name}</th><td>{payer(one.payer)}</td><td class="n">{wan(one.amount_fen)}</td></tr>)}</tbody></table>
          </div>
        </>
      )}
    </section>
  );
}

export function InYear() {
  const { figures, t } = useContents();
  if (!figures) return <p>{t("loading")}</p>;
  return <><Estimate /><Seek /><Cash /></>;
}
