// 新机构: an agency's folder from its published budget: what was read and where it stands, what was not read, what is assumed,
// what is still to be filled in; checked, and taken along.
import { useEffect, useRef, useState } from "preact/hooks";
import { forget, forgetAtEnd, get, Refused, upload, wordsOf } from "./ask";
import { useContents } from "./context";
import type { Session } from "./documents";
import type { AgencyStart, Checked } from "./filed";
import { Drop } from "./drop";
import { count, wan } from "./numbers";
import { Files, Progress } from "./progress";
import { useStudy } from "./study";

/// The lines of a document that is plain text, to be shown beside what was read of them. Other kinds are told by line.
async function linesOf(file: File): Promise<string[]> {
  if (!/\.(txt|csv)$/i.test(file.name)) return [];
  const bytes = await file.arrayBuffer();
  for (const encoding of ["utf-8", "gb18030"]) {
    try { return new TextDecoder(encoding, { fatal: true }).decode(bytes).split(/\r?\n/); } catch { /* the next one */ }
  }
  return [];
}

function Tasks({ start }: { start: AgencyStart }) {
  const { t } = useContents();
  return (
    <div class="scroll tall" tabIndex={0} role="region" aria-label={t("tasks")}>
      <table class="wide"><thead><tr><th scope="col" class="n">{t("money")}</th><th scope="col">{t("what")}</th><th scope="col">{t("whereInDocument")}</th></tr></thead>
        <tbody>{start.tasks.map((one, i) => <tr key={i}><td class="n">{one.fen === 0 ? "–" : wan(one.fen)}</td><td>{one.what}</td><td>{one.place || "–"}</td></tr>)}</tbody></table>
    </div>
  );
}

function ReadTables({ start, lines }: { start: AgencyStart; lines: string[] }) {
  const { t } = useContents();
  const [open, setOpen] = useState(0);
  const tables = start.tables.filter((one) => one.rows.length > 0);
  const table = tables[Math.min(open, tables.length - 1)];
  if (!table) return null;
  return (
    <>
      <div role="tablist" class="tabs small" aria-label={t("readTables")}>{tables.map((one, i) => <button type="button" role="tab" key={one.id} aria-selected={one === table} onClick={() => setOpen(i)}>{one.id}</button>)}</div>
      <section role="tabpanel" aria-label={table.title}>
        <h3>{table.title} {!table.read && <small>{t("computedTable")}</small>}</h3>
        <div class="scroll tall" tabIndex={0} role="region" aria-label={table.title}>
          <table class="wide"><thead><tr><th scope="col">{t("line")}</th><th scope="col">{t("name")}</th>{table.headings.slice(-table.rows[0].cells.length).map((one, i) => <th scope="col" class="n" key={i}>{one}</th>)}<th scope="col">{t("whereInDocument")}</th></tr></thead>
            <tbody>{table.rows.map((row, i) => (
              <tr key={i} class={row.depth === 0 ? "sum" : ""}><td>{row.code}</td><th scope="row" class={`depth-${Math.min(row.depth, 3)}`}>{row.name}</th>{row.cells.map((cell, j) => <td class="n" key={j}>{cell}</td>)}
                <td>{row.line === null ? "–" : <>{t("lineNumber")} {row.line}{lines[row.line - 1] !== undefined && <small class="quote">{lines[row.line - 1].trim()}</small>}</>}</td></tr>
            ))}</tbody></table>
        </div>
      </section>
    </>
  );
}

export function NewAgency() {
  const { state, t } = useContents();
  const [session, setSession] = useState<Session | null>(null);
  const [handed, setHanded] = useState<{ name: string; key: string } | null>(null);
  const [lines, setLines] = useState<string[]>([]);
  const [name, setName] = useState("");
  const [region, setRegion] = useState("");
  const [counts, setCounts] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState("");
  const begun = useStudy<AgencyStart>();
  const kept = useStudy<AgencyStart>();
  const check = useStudy<Checked>();
  const known = useRef<{ uploads: string[]; work: string[] }>({ uploads: [], work: [] });
  known.current = { uploads: handed ? [handed.key] : [], work: begun.number ? [begun.number] : [] };
  useEffect(() => { void get<Session>("/api/session").then(setSession).catch(() => undefined); return forgetAtEnd(() => known.current); }, []);
  const take = async ([file]: File[]): Promise<void> => {
    setWrong("");
    try {
      void forget(known.current);
      const got = await upload(file);
      setHanded({ name: file.name, key: got.upload });
      setLines(await linesOf(file));
      begun.clear(); check.clear(); kept.clear();
      setCounts({});
    } catch (why) { setWrong(why instanceof Refused ? wordsOf(why) : t("offline")); }
  };
  const body = () => ({ kind: "init", lang: state.language, name: name.trim(), region, uploads: handed ? [handed.key] : [],
    counts: Object.entries(counts).filter(([, persons]) => persons.trim() !== "").map(([key, persons]) => `${key}=${persons.replace(/[,，\s人]/g, "")}`) });
  const start = begun.document;
  const busy = begun.busy || kept.busy || check.busy;
  // What is still asked for, and what was answered already.
  const asked: { name: string; project: string; fen: number | null }[] = [...(start?.needs ?? [])];
  for (const key of Object.keys(counts)) {
    if (!asked.some((one) => one.name === key)) asked.push({ name: key, project: start?.counts.find((one) => one.name === key)?.reference.split("：")[0] ?? "", fen: null });
  }
  return (
    <>
      <p class="note">{t("agencyNote")}</p>
      <Drop label={t("dropDocument")} hint={t("documentKinds")} accept=".txt,.docx,.xlsx,.xls,.csv,.html,.htm,.pdf" busy={busy} take={(list) => void take(list)} />
      <form class="bar" onSubmit={(e) => { e.preventDefault(); check.clear(); kept.clear(); begun.start(body()); }}>
        {handed && <span>{t("document")}：{handed.name}</span>}
        <label class="inline">{t("agencyName")} <input type="text" required pattern="[a-z0-9_\-]+" value={name} placeholder="beishan" onInput={(e) => setName(e.currentTarget.value)} /></label>
        <label class="inline">{t("region")} <select value={region} onChange={(e) => setRegion(e.currentTarget.value)}><option value="">{t("noRegion")}</option>{session?.regions.map((one) => <option key={one} value={one}>{one}</option>)}</select></label>
        <button type="submit" class="main" disabled={!handed || busy}>{t("readDocument")}</button>
      </form>
      {busy && <Progress status={begun.status ?? kept.status ?? check.status} cancel={begun.cancel} />}
      {[wrong, begun.wrong, kept.wrong, check.wrong].filter((one) => one !== "").map((one) => <p class="wrong" role="alert" key={one}>{one}</p>)}
      {start && (
        <>
          <p class="verdict">{start.title} {start.year}</p>
          <h2>{t("tasks")} <small>{t("byMoney")}</small></h2>
          <Tasks start={start} />
          {asked.length > 0 && (
            <form class="keep" onSubmit={(e) => { e.preventDefault(); check.clear(); begun.start(body()); }}>
              <h2>{t("fillIn")} <small>{t("fillInNote")}</small></h2>
              {asked.map((one) => <label class="inline" key={one.name}>{one.project || one.name}{one.fen !== null && `（${wan(one.fen)} ${t("wanUnit")}）`} <input class="box" inputMode="numeric" aria-label={`${one.name} ${t("persons")}`} value={counts[one.name] ?? ""} onInput={(e) => setCounts({ ...counts, [one.name]: e.currentTarget.value })} /> {t("personsUnit")}</label>)}
              <button type="submit" disabled={busy}>{t("applyCounts")}</button>
            </form>
          )}
          <h2>{t("readProjects")} <small>{t("wan")}</small></h2>
          <div class="scroll" tabIndex={0} role="region" aria-label={t("readProjects")}>
            <table class="wide"><thead><tr><th scope="col">{t("programme")}</th><th scope="col">{t("line")}</th><th scope="col" class="n">{t("budget")}</th><th scope="col">{t("howSpent")}</th><th scope="col">{t("whereInDocument")}</th></tr></thead>
              <tbody>{start.projects.map((one) => <tr key={one.programme}><th scope="row">{one.name}</th><td>{one.function}</td><td class="n">{wan(one.fen)}</td><td>{one.projected ? t("isProjected") : t("isPlanned")}</td><td>{one.line === null ? "–" : `${t("lineNumber")} ${one.line}`}</td></tr>)}</tbody></table>
          </div>
          {start.counts.length > 0 && <p>{t("readCounts")}：{start.counts.map((one) => `${one.reference.split("：").slice(-1)[0]}（${count(one.persons)}）`).join("；")}</p>}
          <h2>{t("readTables")}</h2>
          <ReadTables start={start} lines={lines} />
          <div class="bar">
            <button type="button" class="main" disabled={busy} onClick={() => check.start({ kind: "check", lang: state.language, work: begun.number, name: start.name })}>{t("checkAgency")}</button>
            <button type="button" disabled={busy || kept.document !== null} onClick={() => kept.start({ ...body(), save: true })}>{t("keepFolder")}</button>
            {kept.document && <span role="status">{t("saved")}：{start.name}/</span>}
          </div>
          <Files number={begun.number} names={begun.files} />
          {check.document && (
            <section aria-live="polite"><h2>{t("findings")} <small>{t("errors")} {check.document.counts.error} · {t("warnings")} {check.document.counts.warning} · {t("remarks")} {check.document.counts.note}</small></h2>
              {check.document.findings.map((one, i) => <p class={one.severity === "error" ? "wrong" : one.severity === "warning" ? "doubt" : "note"} key={i}>{one.where}：{one.message}</p>)}</section>
          )}
        </>
      )}
    </>
  );
}
