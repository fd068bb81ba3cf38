// 编制预算: a year's budget from the current draft as sheets. Cells that may be entered are marked; every sum and tie is the
// engine's, asked for again with each entry. The text and the performance forms can be said otherwise, beside what is
// proposed. At the end the documents to hand in.
import { useEffect, useRef, useState } from "preact/hooks";
import { lastOf, post, Refused, wordsOf } from "./ask";
import { useContents } from "./context";
import type { CellEntry, Draft, DraftTable } from "./documents";
import { wan } from "./numbers";
import { Files, Progress } from "./progress";
import { useStudy } from "./study";

/// What was entered, by what it replaces: "line\n2080502\nbasic", "statement\n基本支出", "indicator\nID\nNAME".
type Entries = Record<string, string>;

const addressOf = (one: CellEntry): string => [one.list, one.value, one.field].join("\n");

/// As `budget --entries` takes them.
function bodyOf(entries: Entries): Record<string, Record<string, string>[]> {
  const lists: Record<string, Record<string, string>[]> = {};
  const put = (list: string, key: Record<string, string>, field: string, value: string): void => {
    const rows = (lists[list] ??= []);
    const known = rows.find((row) => Object.entries(key).every(([name, own]) => row[name] === own));
    if (known) known[field] = value;
    else rows.push({ ...key, [field]: value });
  };
  for (const [address, value] of Object.entries(entries)) {
    const [list, first, second] = address.split("\n");
    if (list === "line") put(list, { code: first }, second, value);
    else if (list === "economic") put(list, { code: first }, second, value);
    else if (list === "public_expense") put(list, { column: first }, second, value);
    else if (list === "statement") put(list, { section: first }, "text", value);
    else put("indicator", { programme: first, level3: second }, "value", value);
  }
  return lists;
}

interface Editing { entries: Entries; enter: (address: string, value: string) => void }

function Cell({ text, entry, label, editing }: { text: string; entry: CellEntry | undefined; label: string; editing: Editing }) {
  if (!entry) return <td class="n">{text}</td>;
  const address = addressOf(entry);
  const own = editing.entries[address];
  return (
    <td class={`n enter${own === undefined ? "" : " entered"}`}>
      <input class="cell" inputMode="decimal" aria-label={label} value={own ?? text} onChange={(e) => editing.enter(address, e.currentTarget.value.replace(/[,，\s]/g, "") === text ? own ?? "" : e.currentTarget.value.replace(/[,，\s]/g, ""))} />
    </td>
  );
}

function Sheet({ table, editing }: { table: DraftTable; editing: Editing }) {
  const { t } = useContents();
  // The figures' columns are the last ones; what stands before them are code and name.
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.length));
  const headings = table.headings.slice(-columns);
  return (
    <section role="tabpanel" aria-label={table.title}>
      <h3>{table.title} <small>{t("wan")}</small></h3>
      <div class="scroll sheet" tabIndex={0} role="region" aria-label={table.title}>
        <table class="wide"><thead><tr><th scope="col">{t("line")}</th><th scope="col">{t("name")}</th>{headings.map((one, i) => <th scope="col" class="n" key={i}>{one}</th>)}</tr></thead>
          <tbody>{table.rows.map((row, i) => (
            <tr key={i} class={row.depth === 0 ? "sum" : ""}><td>{row.code}</td><th scope="row" class={`depth-${Math.min(row.depth, 3)}`}>{row.name}</th>
              {row.cells.map((cell, j) => <Cell key={j} text={cell} entry={row.entries?.find((one) => one.cell === j)} label={`${table.id} ${row.code || row.name} ${headings[j]}`} editing={editing} />)}</tr>
          ))}</tbody></table>
      </div>
    </section>
  );
}

function Sentence({ address, label, text, proposed, editing }: { address: string; label: string; text: string; proposed: string; editing: Editing }) {
  const { t } = useContents();
  const own = editing.entries[address];
  return (
    <div class={`sentence${own === undefined ? "" : " entered"}`}>
      <textarea class="prose" rows={Math.min(8, Math.max(2, Math.ceil(text.length / 48)))} aria-label={label} value={own ?? text} onChange={(e) => editing.enter(address, e.currentTarget.value === proposed ? "" : e.currentTarget.value)} />
      {own !== undefined && <p class="note proposed"><b>{t("proposed")}</b> {proposed} <button type="button" class="quiet" aria-label={`${t("takeProposed")} ${label}`} onClick={() => editing.enter(address, "")}>{t("takeProposed")}</button></p>}
    </div>
  );
}

function Narrative({ draft, editing }: { draft: Draft; editing: Editing }) {
  return (
    <section role="tabpanel" class="narrative">
      {draft.text.map((one, i) => (
        <div key={one.section}>
          {draft.text[i - 1]?.heading !== one.heading && <h3>{one.heading}</h3>}
          <Sentence address={`statement\n${one.section}`} label={`${one.heading} ${one.section}`} text={one.text} proposed={one.proposed} editing={editing} />
        </div>
      ))}
    </section>
  );
}

function Forms({ draft, editing }: { draft: Draft; editing: Editing }) {
  const { t } = useContents();
  return (
    <section role="tabpanel">{draft.forms.map((form) => (
      <details key={form.programme} class="group"><summary>{form.name} <small>{form.total} {t("wanUnit")} · {form.indicators.length}</small></summary>
        {form.goals.map((one) => <p key={one} class="note">{one}</p>)}
        <div class="scroll" tabIndex={0} role="region" aria-label={form.name}>
          <table class="wide"><thead><tr><th scope="col">{t("indicator")}</th><th scope="col">{t("indicatorName")}</th><th scope="col">{t("indicatorValue")}</th></tr></thead>
            <tbody>{form.indicators.map((one, i) => <tr key={i}><td>{one.level1} · {one.level2}</td><th scope="row">{one.level3}</th>
              <td><Sentence address={`indicator\n${form.programme}\n${one.level2}·${one.level3}`} label={`${form.name} ${one.level3}`} text={one.value} proposed={one.proposed} editing={editing} /></td></tr>)}</tbody></table>
        </div>
      </details>
    ))}</section>
  );
}

function Projects({ draft }: { draft: Draft }) {
  const { t } = useContents();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t("programme")}>
      <table class="wide"><thead><tr><th scope="col">{t("programme")}</th><th scope="col">{t("line")}</th><th scope="col" class="n">{t("lastBudget")}</th><th scope="col" class="n">{t("drafted")}</th><th scope="col" class="n">{t("lowHigh")}</th><th scope="col">{t("basis")}</th></tr></thead>
        <tbody>{draft.projects.map((one) => <tr key={one.name}><th scope="row">{one.name}</th><td>{one.line}</td><td class="n">{wan(one.last_budget_fen)}</td><td class="n">{wan(one.drafted_fen)}</td><td class="n">{wan(one.low_fen)} – {wan(one.high_fen)}</td><td>{one.basis}</td></tr>)}</tbody></table>
    </div>
  );
}

export function Drafting() {
  const { figures, input, t } = useContents();
  const [year, setYear] = useState(0);
  const [open, setOpen] = useState("");
  const [entries, setEntries] = useState<Entries>({});
  const [live, setLive] = useState<Draft | null>(null);
  const [wrong, setWrong] = useState("");
  const [asking, setAsking] = useState(false);
  const study = useStudy<Draft>();
  const ask = useRef(lastOf((body: object) => post<Draft>("/api/draft", body), (got) => { setLive(got); setWrong(""); setAsking(false); },
    (why) => { setWrong(why instanceof Refused ? wordsOf(why) : ""); setAsking(false); }));
  const first = figures?.fiscal_year ?? 0;
  const wanted = year || first + 1;
  const { horizon: _, ...own } = input();
  const body = { ...own, year: wanted, entries: bodyOf(entries) };
  const asked = JSON.stringify(body);
  useEffect(() => { if (figures) { setAsking(true); ask.current(body); } }, [asked, figures === null]);
  useEffect(() => study.clear(), [asked]); // papers of other figures are no papers of these
  if (!figures) return <p>{t("loading")}</p>;
  const enter = (address: string, value: string): void => {
    const { [address]: before, ...rest } = entries;
    if (value === "" && before === undefined) return;
    setEntries(value === "" ? rest : { ...rest, [address]: value });
  };
  const editing = { entries, enter };
  const entered = Object.keys(entries).length;
  const untied = live?.untied ?? [];
  const shown = open || live?.tables[0]?.id || "";
  const table = live?.tables.find((one) => one.id === shown);
  const tabs = [...(live?.tables.map((one) => ({ id: one.id, name: one.id })) ?? []), { id: "text", name: t("narrative") }, { id: "forms", name: t("forms") }];
  return (
    <>
      <div class="bar">
        <label class="inline">{t("draftYear")} <select value={wanted} onChange={(e) => setYear(Number(e.currentTarget.value))}>{[0, 1, 2, 3].map((ahead) => <option key={ahead} value={first + ahead}>{first + ahead}</option>)}</select></label>
        <button type="button" class="main" disabled={study.busy || untied.length > 0} onClick={() => study.start({ kind: "budget", ...body })}>{t("makeDraft")}</button>
        <button type="button" disabled={entered === 0} onClick={() => setEntries({})}>{t("resetAll")}{entered > 0 && `（${entered}）`}</button>
        <span class="note">{t("draftNote")}</span>
      </div>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {[wrong, study.wrong].filter((one) => one !== "").map((one) => <p class="wrong" role="alert" key={one}>{one}</p>)}
      <Files number={study.number} names={study.files} />
      {!live && !wrong && <p>{t("loading")}</p>}
      {live && (
        <>
          <h2>{live.title} <small aria-live="polite" class={untied.length > 0 && !asking ? "wrong" : ""}>{asking ? t("running") : t(untied.length > 0 ? "untied" : "tied")}</small></h2>
          {untied.map((one, i) => <p class="wrong" role="alert" key={i}>{one.where}：{one.message}</p>)}
          <Projects draft={live} />
          <p class="note">{t("enterNote")}</p>
          <div role="tablist" class="tabs small" aria-label={t("sheets")}>{tabs.map((one) => <button type="button" role="tab" key={one.id} aria-selected={one.id === shown} onClick={() => setOpen(one.id)}>{one.name}</button>)}</div>
          {table && <Sheet key={table.id} table={table} editing={editing} />}
          {shown === "text" && <Narrative draft={live} editing={editing} />}
          {shown === "forms" && <Forms draft={live} editing={editing} />}
          {live.findings.length > 0 && <details><summary>{t("findings")}（{live.findings.length}）</summary>{live.findings.map((one, i) => <p class={one.severity === "note" ? "note" : "doubt"} key={i}>{one.where}：{one.message}</p>)}</details>}
          {live.notes.map((one) => <p class="note" key={one}>{one}</p>)}
          <p class="command note">{t("command")}：<code>{live.command}</code></p>
        </>
      )}
    </>
  );
}
