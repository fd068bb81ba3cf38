// 编制预算: a year's budget from the current draft, its tables, and the documents to hand in.
import { useState } from "preact/hooks";
import { useContents } from "./context";
import type { Draft } from "./documents";
import { wan } from "./numbers";
import { Files, Progress } from "./progress";
import { useStudy } from "./study";

export function Drafting() {
  const { figures, input, t } = useContents();
  const [year, setYear] = useState(0);
  const [open, setOpen] = useState(0);
  const study = useStudy<Draft>();
  if (!figures) return <p>{t("loading")}</p>;
  const first = figures.fiscal_year;
  const wanted = year || first + 1;
  const draft = study.document;
  const table = draft?.tables[open];
  // The figures' columns are the last ones; what stands before them are code and name.
  const columns = Math.max(0, ...(table?.rows.map((row) => row.cells.length) ?? []));
  const headings = table?.headings.slice(-columns) ?? [];
  const { horizon: _, ...own } = input();
  return (
    <>
      <div class="bar">
        <label class="inline">{t("draftYear")} <select value={wanted} onChange={(e) => setYear(Number(e.currentTarget.value))}>{[0, 1, 2, 3].map((ahead) => <option key={ahead} value={first + ahead}>{first + ahead}</option>)}</select></label>
        <button type="button" class="main" disabled={study.busy} onClick={() => study.start({ kind: "budget", year: wanted, ...own })}>{t("makeDraft")}</button>
        <span class="note">{t("draftNote")}</span>
      </div>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {draft && (
        <>
          <h2>{draft.title}</h2>
          <Files number={study.number} names={study.files} />
          <div class="scroll" tabIndex={0} role="region" aria-label={t("programme")}>
            <table class="wide"><thead><tr><th scope="col">{t("programme")}</th><th scope="col">{t("line")}</th><th scope="col" class="n">{t("lastBudget")}</th><th scope="col" class="n">{t("drafted")}</th><th scope="col" class="n">{t("lowHigh")}</th><th scope="col">{t("basis")}</th></tr></thead>
              <tbody>{draft.projects.map((one) => <tr key={one.name}><th scope="row">{one.name}</th><td>{one.line}</td><td class="n">{wan(one.last_budget_fen)}</td><td class="n">{wan(one.drafted_fen)}</td><td class="n">{wan(one.low_fen)} – {wan(one.high_fen)}</td><td>{one.basis}</td></tr>)}</tbody></table>
          </div>
          {draft.notes.map((one) => <p class="note" key={one}>{one}</p>)}
          <div role="tablist" class="tabs small" aria-label={t("papers")}>{draft.tables.map((one, i) => <button type="button" role="tab" key={one.id} aria-selected={i === open} onClick={() => setOpen(i)}>{one.id}</button>)}</div>
          {table && (
            <section role="tabpanel" aria-label={table.title}>
              <h3>{table.title}</h3>
              <div class="scroll" tabIndex={0} role="region" aria-label={table.title}>
                <table class="wide"><thead><tr><th scope="col">{t("line")}</th><th scope="col">{t("name")}</th>{headings.map((one, i) => <th scope="col" class="n" key={i}>{one}</th>)}</tr></thead>
                  <tbody>{table.rows.map((row, i) => <tr key={i} class={row.depth === 0 ? "sum" : ""}><td>{row.code}</td><th scope="row" class={`depth-${Math.min(row.depth, 3)}`}>{row.name}</th>{row.cells.map((cell, j) => <td class="n" key={j}>{cell}</td>)}</tr>)}</tbody></table>
              </div>
            </section>
          )}
          <p class="command note">{t("command")}：<code>{draft.command}</code></p>
        </>
      )}
    </>
  );
}
