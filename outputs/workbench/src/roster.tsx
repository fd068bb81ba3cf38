// 花名册: an office's files, what each column is taken for, what is wrong with them, the roster that comes of them. Of the
// files' content nothing is shown but kinds of cells, and nothing is kept in the browser.
import { useEffect, useRef, useState } from "preact/hooks";
import { forget, forgetAtEnd, Refused, upload, wordsOf } from "./ask";
import { useContents } from "./context";
import type { Imported, ImportedTable, ImportGroup } from "./filed";
import { Drop } from "./drop";
import { count, wan, yuan } from "./numbers";
import { Files, Progress } from "./progress";
import { useStudy } from "./study";
import { fieldNames, kindNames, unitNames } from "./words";

interface HandedIn { name: string; key: string }
interface Choice { table: string; column: string; field: string; unit: string }
interface Control { persons: string; monthly: string }

const place = (table: string, column: string): string => `${table}\n${column}`;

/// Kinds of a column's first cells, each once, with how many there are.
function kindsOf(table: ImportedTable, index: number): string {
  const kinds = new Map<string, number>();
  for (const row of table.first_rows ?? []) kinds.set(row[index] ?? "", (kinds.get(row[index] ?? "") ?? 0) + 1);
  return [...kinds].map(([kind, times]) => `${kind || "–"} ×${times}`).join("，");
}

function Columns({ table, choices, choose }: { table: ImportedTable; choices: Map<string, Choice>; choose: (one: Choice) => void }) {
  const { state, t } = useContents();
  const l = state.language === "zh" ? 0 : 1;
  const unknown = table.columns.filter((one) => one.field === null).length;
  return (
    <section>
      <h3>{table.name} <small>{table.encoding} · {t("headingRow")} {table.heading_row} · {count(table.rows)} {t("rows")} · {t("accepted")} {count(table.accepted)}{unknown > 0 && ` · ${t("unknownColumns")} ${unknown}`}</small></h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={`${t("columns")} ${table.name}`}>
        <table class="wide"><thead><tr><th scope="col">{t("column")}</th><th scope="col">{t("heading")}</th><th scope="col">{t("takenFor")}</th><th scope="col">{t("unit")}</th><th scope="col">{t("kinds")}</th></tr></thead>
          <tbody>{table.columns.map((one, i) => {
            const chosen = choices.get(place(table.name, one.column));
            const field = chosen?.field ?? one.field ?? "";
            const unit = chosen?.unit ?? one.unit ?? "";
            const put = (next: Partial<Choice>): void => choose({ table: table.name, column: one.column, field, unit: chosen?.unit ?? "", ...next });
            return (
              <tr key={one.column} class={chosen ? "moved" : ""}>
                <td>{one.column}</td>
                <td>{one.heading ?? <span class="note">{t("notShown")}</span>}{one.nearest && <small>{t("perhaps")} {one.nearest}</small>}</td>
                <td>
                  <select aria-label={`${table.name} ${one.column} ${t("takenFor")}`} value={field} onChange={(e) => put({ field: e.currentTarget.value })}>
                    {field === "" && <option value="">{t("leftOut")}</option>}
                    {Object.entries(fieldNames).map(([id, names]) => <option key={id} value={id}>{names[l]}</option>)}
                  </select>
                  {one.dropped && !chosen && <small>{t("notKept")}</small>}
                </td>
                <td>{field !== "" && (
                  <select aria-label={`${table.name} ${one.column} ${t("unit")}`} value={unit} onChange={(e) => put({ unit: e.currentTarget.value })}>
                    <option value="">–</option>
                    {Object.entries(unitNames).map(([id, names]) => <option key={id} value={id}>{names[l]}</option>)}
                  </select>
                )}</td>
                <td class="note">{kindsOf(table, i)}</td>
              </tr>
            );
          })}</tbody></table>
      </div>
    </section>
  );
}

const shownFindings = 30;

function Findings({ groups }: { groups: ImportGroup[] }) {
  const { t } = useContents();
  if (groups.length === 0) return <p class="note">{t("nothingWrong")}</p>;
  const sorted = [...groups].sort((a, b) => b.stake_fen - a.stake_fen);
  return (
    <div>{sorted.map((group) => (
      <details key={group.severity + group.rule} class="finding">
        <summary><span class={`tag ${group.severity}`}>{t(`severity_${group.severity}`)}</span> <b>{wan(group.stake_fen)}</b> <span>{group.findings[0]?.message}</span> <span class="note">{count(group.findings.length)} {t("places")} · <code>{group.rule}</code></span></summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={group.rule}>
          <table class="wide"><thead><tr><th scope="col">{t("file")}</th><th scope="col" class="n">{t("row")}</th><th scope="col">{t("column")}</th><th scope="col">{t("what")}</th><th scope="col" class="n">{t("stake")}</th></tr></thead>
            <tbody>{group.findings.slice(0, shownFindings).map((one, i) => <tr key={i}><td>{one.file}</td><td class="n">{one.row || "–"}</td><td>{one.column || "–"}</td><td>{one.message}</td><td class="n">{yuan(one.stake_fen)}</td></tr>)}</tbody></table>
        </div>
        {group.findings.length > shownFindings && <p class="note">{t("moreInQuarantine")} {count(group.findings.length - shownFindings)}</p>}
      </details>
    ))}</div>
  );
}

function Totals({ result, controls, put }: { result: Imported; controls: Map<string, Control>; put: (key: string, control: Control) => void }) {
  const { state, t } = useContents();
  const l = state.language === "zh" ? 0 : 1;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t("controlTotals")}>
      <table class="wide"><thead><tr><th scope="col">{t("scheme")}</th><th scope="col">{t("role")}</th><th scope="col" class="n">{t("personsRead")}</th><th scope="col" class="n">{t("controlPersons")}</th><th scope="col" class="n">{t("monthlyRead")}</th><th scope="col" class="n">{t("controlMonthly")}</th></tr></thead>
        <tbody>{result.totals.map((one) => {
          const key = place(one.scheme, one.role);
          const own = controls.get(key) ?? { persons: "", monthly: "" };
          const name = `${kindNames[one.scheme]?.[l] ?? one.scheme} ${kindNames[one.role]?.[l] ?? one.role}`;
          return (
            <tr key={key}><th scope="row">{kindNames[one.scheme]?.[l] ?? one.scheme}</th><td>{kindNames[one.role]?.[l] ?? one.role}</td>
              <td class="n">{count(one.persons)}</td>
              <td class="n"><input class="box" inputMode="numeric" aria-label={`${name} ${t("controlPersons")}`} value={own.persons} onInput={(e) => put(key, { ...own, persons: e.currentTarget.value })} /></td>
              <td class="n">{yuan(one.monthly_fen)}</td>
              <td class="n"><input class="box wide-box" inputMode="decimal" aria-label={`${name} ${t("controlMonthly")}`} value={own.monthly} onInput={(e) => put(key, { ...own, monthly: e.currentTarget.value })} /></td></tr>
          );
        })}</tbody></table>
    </div>
  );
}

export function Roster() {
  const { input, t, state } = useContents();
  const [files, setFiles] = useState<HandedIn[]>([]);
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState("");
  const [choices, setChoices] = useState<Map<string, Choice>>(new Map());
  const [controls, setControls] = useState<Map<string, Control>>(new Map());
  const [scheme, setScheme] = useState("");
  const [asOf, setAsOf] = useState("");
  const [aside, setAside] = useState(true);
  const preview = useStudy<Imported>();
  const made = useStudy<Imported>();
  const known = useRef<{ uploads: string[]; work: string[] }>({ uploads: [], work: [] });
  known.current = { uploads: files.map((one) => one.key), work: [preview.number, made.number].filter((one) => one !== "") };
  useEffect(() => forgetAtEnd(() => known.current), []); // what was handed in goes with the screen
  const { sets: _, ...own } = input();
  const l = state.language === "zh" ? 0 : 1;
  const body = (handed: HandedIn[]): Record<string, unknown> => ({
    kind: "import", ...own, uploads: handed.map((one) => one.key), scheme, as_of: asOf,
    columns: [...choices.values()].filter((one) => one.field !== ""),
    control: [...controls].filter(([, one]) => one.persons.trim() !== "" || one.monthly.trim() !== "").map(([key, one]) => {
      const [ofScheme, role] = key.split("\n");
      const persons = one.persons.replace(/[,，\s人]/g, "");
      return { scheme: ofScheme, role, ...(persons === "" ? {} : { persons: /^\d+$/.test(persons) ? Number(persons) : persons }), ...(one.monthly.trim() === "" ? {} : { monthly: one.monthly.replace(/[,，\s元]/g, "") }) };
    }),
  });
  const take = async (list: File[]): Promise<void> => {
    setSending(true);
    setWrong("");
    try {
      const handed = [...files];
      for (const file of list) handed.push({ name: file.name, key: (await upload(file)).upload });
      setFiles(handed);
      preview.start(body(handed));
    } catch (why) {
      setWrong(why instanceof Refused ? wordsOf(why) : t("offline"));
    }
    setSending(false);
  };
  const clear = (): void => {
    void forget(known.current);
    setFiles([]); setChoices(new Map()); setControls(new Map());
    preview.clear(); made.clear();
  };
  const shown = made.document ?? preview.document;
  const written = made.files.some((one) => one.endsWith(".h5"));
  return (
    <>
      <p class="note">{t("rosterNote")}</p>
      <Drop label={t("dropRosters")} hint={t("rosterKinds")} accept=".xlsx,.xls,.csv,.txt,.html,.htm" many take={(list) => void take(list)} busy={sending || preview.busy || made.busy} />
      {files.length > 0 && <p class="bar"><span>{t("chosenFiles")}：{files.map((one) => one.name).join("、")}</span><button type="button" onClick={clear}>{t("clearAll")}</button></p>}
      <div class="bar">
        <label class="inline">{t("schemeOfRows")} <select value={scheme} onChange={(e) => setScheme(e.currentTarget.value)}><option value="">{t("asFilesSay")}</option>{["civil_service", "enterprise", "resident"].map((one) => <option key={one} value={one}>{kindNames[one][l]}</option>)}</select></label>
        <label class="inline">{t("asOf")} <input type="month" value={asOf} onChange={(e) => setAsOf(e.currentTarget.value)} /></label>
        <button type="button" disabled={files.length === 0 || preview.busy || written} onClick={() => preview.start(body(files))}>{t("previewAgain")}</button>
      </div>
      {(sending || preview.busy || made.busy) && <Progress status={made.status ?? preview.status} cancel={made.busy ? made.cancel : preview.cancel} />}
      {[wrong, preview.wrong, made.wrong].filter((one) => one !== "").map((one) => <p class="wrong" role="alert" key={one}>{one}</p>)}
      {shown && (
        <>
          {preview.document?.tables.length ? <h2>{t("columns")} <small>{t("kindsOnly")}</small></h2> : null}
          {(preview.document ?? shown).tables.map((one) => <Columns key={one.name} table={one} choices={choices} choose={(choice) => setChoices(new Map(choices).set(place(choice.table, choice.column), choice))} />)}
          {shown.left_out.length > 0 && <details><summary>{t("notImported")}（{shown.left_out.length}）</summary><ul>{shown.left_out.map((one, i) => <li key={i}>{one.what} {count(one.count)}（{one.table}）</li>)}</ul></details>}
          <h2>{t("findings")} <small>{t("byMoney")}</small></h2>
          <Findings groups={shown.groups} />
          <h2>{t("controlTotals")} <small>{t("controlNote")}</small></h2>
          <Totals result={shown} controls={controls} put={(key, control) => setControls(new Map(controls).set(key, control))} />
          <div class="bar">
            <label class="inline"><input type="checkbox" checked={aside} onChange={(e) => setAside(e.currentTarget.checked)} /> {t("setAside")}</label>
            <button type="button" class="main" disabled={files.length === 0 || made.busy || preview.busy || written} onClick={() => made.start({ ...body(files), save: true, quarantine: aside })}>{t("import")}</button>
          </div>
        </>
      )}
      {made.document && (written
        ? <section><p class="answer">{t("rosterMade")}</p><Files number={made.number} names={made.files} /><p class="note">{t("rosterUse")}</p></section>
        : <p class="doubt">{t("rosterNotMade")}</p>)}
    </>
  );
}
