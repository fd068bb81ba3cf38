// 情景: every lever by programme, drafts side by side, why they differ, and how they are kept.
import { useEffect, useMemo, useState } from "preact/hooks";
import { post, Refused } from "./ask";
import { Chart, colour } from "./chart";
import { nameOf, useContents, watched } from "./context";
import type { Causes, Parameter, ScenarioTable, WhoCell } from "./documents";
import { Lever } from "./lever";
import { count, signedWan, wan } from "./numbers";
import { Files, Progress } from "./progress";
import { canRedo, canUndo, draftOf, mostDrafts, putDraft, redo, setsOf, undo, update } from "./state";
import { useStudy } from "./study";

function Drafts() {
  const { state, t } = useContents();
  const draft = draftOf(state);
  const add = (copy: boolean): void => {
    const drafts = [...state.drafts, { name: "", changes: copy ? draft.changes : [] }];
    update({ drafts, current: drafts.length - 1 });
  };
  const remove = (): void => {
    const drafts = state.drafts.filter((_, i) => i !== state.current);
    update({ drafts: drafts.length > 0 ? drafts : [{ name: "", changes: [] }], current: Math.max(0, state.current - 1) });
  };
  const full = state.drafts.length >= mostDrafts;
  return (
    <div class="drafts">
      <div role="tablist" aria-label={t("drafts")} class="tabs small">
        {state.drafts.map((one, i) => (
          <button type="button" role="tab" key={i} aria-selected={i === state.current} onClick={() => update({ current: i })}>{one.name || `${t("draft")} ${i + 1}`}（{setsOf(one).length}）</button>
        ))}
      </div>
      <button type="button" class="quiet" disabled={full} onClick={() => add(false)}>{t("addDraft")}</button>
      <button type="button" class="quiet" disabled={full} onClick={() => add(true)}>{t("copyDraft")}</button>
      <button type="button" class="quiet" onClick={remove}>{t("removeDraft")}</button>
      <label class="inline">{t("rename")} <input type="text" value={draft.name} maxLength={40} onChange={(e) => putDraft({ ...draft, name: e.currentTarget.value })} /></label>
      <span class="spring" />
      <button type="button" disabled={!canUndo()} onClick={undo}>{t("undo")}</button>
      <button type="button" disabled={!canRedo()} onClick={redo}>{t("redo")}</button>
      <button type="button" disabled={draft.changes.length === 0} onClick={() => putDraft({ ...draft, changes: [] })}>{t("resetAll")}</button>
    </div>
  );
}

/// Levers in groups: programmes in the budget's order, then what several of them read.
function Levers() {
  const { movable, figures, state, t } = useContents();
  const [asked, setAsked] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const groups = useMemo(() => {
    const names = new Map<string, string>();
    names.set("cohort", movable?.groups.find((one) => one.id === "cohort")?.name ?? "");
    figures?.programmes.forEach((one) => names.set(one.id, nameOf(one, state.language)));
    movable?.groups.forEach((one) => names.set(one.id, one.name));
    return names;
  }, [movable, figures?.scenario, state.language]);
  const changed = new Set(draftOf(state).changes.map((one) => one.path));
  const words = asked.trim().toLowerCase().split(/\s+/).filter((one) => one !== "");
  const fits = (one: Parameter): boolean => {
    const text = `${one.name} ${one.path} ${groups.get(one.group) ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (!onlyChanged || changed.has(one.path));
  };
  const listed = (movable?.parameters ?? []).filter(fits);
  const narrow = words.length > 0 || onlyChanged;
  return (
    <section class="all-levers" aria-label={t("parameter")}>
      <div class="search">
        <input type="search" aria-label={t("search")} placeholder={t("search")} value={asked} onInput={(e) => setAsked(e.currentTarget.value)} />
        <label class="inline"><input type="checkbox" checked={onlyChanged} onChange={(e) => setOnlyChanged(e.currentTarget.checked)} /> {t("changedOnly")}</label>
      </div>
      {listed.length === 0 && <p class="note">{t("noHit")}</p>}
      {[...groups].map(([id, name]) => {
        const own = listed.filter((one) => one.group === id);
        if (own.length === 0) return null;
        const moved = own.filter((one) => changed.has(one.path)).length;
        return (
          <details key={id} open={narrow || moved > 0 || id === watched(figures)?.id} class="group">
            <summary>{name} <small>{own.length}{moved > 0 ? ` · ${t("changeList")} ${moved}` : ""}</small></summary>
            {own.map((one) => <Lever key={one.path} parameter={one} />)}
          </details>
        );
      })}
    </section>
  );
}

function SideBySide() {
  const { state, input, t } = useContents();
  const [table, setTable] = useState<ScenarioTable | null>(null);
  const [only, setOnly] = useState(true);
  const [failed, setFailed] = useState("");
  const drafts = state.drafts.map((one, i) => ({ name: one.name || `${t("draft")} ${i + 1}`, sets: setsOf(one) }));
  const key = JSON.stringify([drafts, state.scenario, state.until, state.language]);
  useEffect(() => {
    let stale = false;
    const { sets: _, ...base } = input([]);
    post<ScenarioTable>("/api/table", { ...base, drafts })
      .then((got) => { if (!stale) { setTable(got); setFailed(""); } })
      .catch((why) => { if (!stale) setFailed(why instanceof Refused ? why.errors.map((one) => `${one.key}：${one.problem}。${one.remedy}`).join(" ") : ""); });
    return () => { stale = true; };
  }, [key]);
  if (!table) return failed ? <p class="wrong">{failed}</p> : null;
  const rows = table.rows.filter((one) => one.of === "total" || !only || one.amounts.some((amount) => amount.difference_fen !== 0));
  return (
    <section>
      <h2>{t("sideBySide")} <small>{t("wan")}</small></h2>
      {failed && <p class="wrong">{failed}</p>}
      <label class="inline"><input type="checkbox" checked={only} onChange={(e) => setOnly(e.currentTarget.checked)} /> {t("onlyDiffering")}</label>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("sideBySide")}>
        <table class="wide">
          <thead><tr><th scope="col">{t("until")}</th><th scope="col">{t("programme")}</th><th scope="col" class="n">{t("budget")}</th>{table.scenarios.map((one, i) => <th scope="col" class="n" key={i}>{i === 0 ? t("base") : one.name}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.year}${row.of}${row.id}`} class={row.of === "total" ? "sum" : ""}>
                <td>{row.year}</td>
                <th scope="row">{row.of === "total" ? t("total") : `${row.of === "line" ? `${row.id} ` : ""}${state.language === "en" && row.name_en ? row.name_en : row.name}`}</th>
                <td class="n">{wan(row.budget_fen)}</td>
                {row.amounts.map((one, i) => (
                  <td key={i} class={`n${one.difference_fen !== 0 ? " differs" : ""}${one.over ? " over" : ""}`}>{wan(one.fen)}{one.difference_fen !== 0 && <small> {signedWan(one.difference_fen)}</small>}{one.used_up && <small> {t("usedUp")} {one.used_up}</small>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const causeNames: Record<string, [string, string]> = {
  opening: ["期初人数", "opening headcount"], entrants: ["新增人员", "entrants"], deaths: ["死亡", "deaths"],
  rate: ["标准", "rate"], adjustment: ["待遇调整", "adjustment"], timing: ["发放时间", "timing"], mix: ["结构", "mix"],
  arrears: ["补发", "arrears"], one_off: ["一次性", "one-off"], rounding: ["舍入", "rounding"],
};

function Who({ cell }: { cell: WhoCell }) {
  const { t } = useContents();
  return <td class="n">{cell.persons === null ? t("hidden") : cell.persons === 0 ? "–" : `${count(cell.persons)}（${signedWan(cell.fen)}）`}</td>;
}

function Why() {
  const { input, state, t, figures } = useContents();
  const [causes, setCauses] = useState<{ key: string; causes: Causes } | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const key = JSON.stringify(input());
  const ask = (): void => {
    setBusy(true);
    setFailed("");
    post<Causes>("/api/causes", input())
      .then((got) => setCauses({ key, causes: got }))
      .catch((why) => setFailed(why instanceof Refused ? why.message : ""))
      .finally(() => setBusy(false));
  };
  const variant = causes?.key === key ? causes.causes.variants[0] : null;
  const name = (id: string): string => { const one = figures?.programmes.find((p) => p.id === id); return one ? nameOf(one, state.language) : id; };
  const said = (change: string): string => {  // "path = value" by the parameter's name
    const one = figures?.changes.find((changed) => changed.path === change.split(/[ @=]/)[0]);
    return one ? `${one.name} ${one.base_value} → ${one.value} ${one.unit_name}` : change;
  };
  const steps = variant?.bridges.flatMap((one) => Object.entries(one.causes).map(([cause, fen]) => ({ name: `${name(one.programme)} · ${(causeNames[cause] ?? [cause, cause])[state.language === "zh" ? 0 : 1]}`, fen }))) ?? [];
  const option = () => ({
    grid: { left: 8, right: 60, top: 6, bottom: 6, containLabel: true },
    xAxis: { type: "value" },
    yAxis: { type: "category", inverse: true, data: steps.map((one) => one.name), axisLabel: { color: colour("dim"), width: 220, overflow: "truncate" } },
    series: [{ type: "bar", data: steps.map((one) => ({ value: one.fen / 1e6, itemStyle: { color: colour(one.fen > 0 ? "more" : "less") } })), barMaxWidth: 20, label: { show: true, position: "right", color: colour("ink"), formatter: (at: { value: number }) => signedWan(at.value * 1e6) } }],
  });
  return (
    <section>
      <h2>{t("why")} <small>{t("wan")}</small></h2>
      {!variant && <p><button type="button" disabled={busy || setsOf(draftOf(state)).length === 0} onClick={ask}>{busy ? t("running") : t("why")}</button> {failed && <span class="wrong">{failed}</span>}</p>}
      {variant && (
        <>
          {steps.length > 0 && <><h3>{t("causes")}</h3><Chart option={option} height={steps.length > 4 ? 320 : 160} label={t("causes")} /></>}
          <h3>{t("shares")}</h3>
          <table><tbody>{variant.shares.map((one) => <tr key={one.change}><th scope="row">{said(one.change)}</th><td class="n">{signedWan(one.fen)}</td></tr>)}</tbody></table>
          {variant.who.length > 0 && (
            <><h3>{t("who")}</h3><div class="scroll" tabIndex={0} role="region" aria-label={t("who")}><table><thead><tr><th scope="col">{t("programme")}</th><th scope="col" class="n">{t("gained")}</th><th scope="col" class="n">{t("lost")}</th><th scope="col" class="n">{t("more")}</th><th scope="col" class="n">{t("less")}</th></tr></thead>
                <tbody>{variant.who.map((one) => <tr key={one.programme}><th scope="row">{one.name}</th><Who cell={one.gained} /><Who cell={one.lost} /><Who cell={one.more} /><Who cell={one.less} /></tr>)}</tbody></table></div></>
          )}
        </>
      )}
    </section>
  );
}

function changeList(figures: { changes: { name: string; base_value: string; value: string; unit_name: string; from: string | null; until: string | null }[]; verdict: string } | null, from: string, to: string): string {
  const lines = figures?.changes.map((one, i) => {
    const months = one.from ? `（${from} ${one.from}${one.until ? ` ${to} ${one.until}` : ""}）` : "";
    return `${i + 1}. ${one.name}：${one.base_value} → ${one.value} ${one.unit_name}${months}`;
  }) ?? [];
  return [...lines, figures?.verdict ?? ""].join("\n");
}

/// The draft as a report to hand on, the same that the command line writes.
function Report() {
  const { input, t } = useContents();
  const study = useStudy<object>();
  return (
    <>
      <p><button type="button" disabled={study.busy} onClick={() => study.start({ kind: "report", ...input() })}>{t("report")}</button></p>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      <Files number={study.number} names={study.files} />
    </>
  );
}

function Keep({ reload }: { reload: () => void }) {
  const { figures, input, state, t } = useContents();
  const draft = draftOf(state);
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [said, setSaid] = useState("");
  const [wrong, setWrong] = useState("");
  const [toml, setToml] = useState("");
  const none = setsOf(draft).length === 0;
  const save = (event: Event): void => {
    event.preventDefault();
    const own = name.trim() || draft.name;
    post<{ file: string; toml: string }>("/api/schemes", { ...input(), name: own, title: own, reason, save: true })
      .then((got) => { setSaid(`${t("saved")}：${got.file}`); setToml(got.toml); setWrong(""); reload(); })
      .catch((why) => { setSaid(""); setWrong(why instanceof Refused ? why.errors.map((one) => `${one.problem}。${one.remedy}`).join(" ") : ""); });
  };
  const copy = (): void => {
    void navigator.clipboard.writeText(changeList(figures, t("from"), t("to"))).then(() => setSaid(t("copied")));
  };
  return (
    <section>
      <h2>{t("changeList")}</h2>
      {none ? <p class="note">{t("noChanges")}</p> : <pre class="list">{changeList(figures, t("from"), t("to"))}</pre>}
      <form class="keep" onSubmit={save}>
        <label>{t("name")} <input type="text" required value={name || draft.name} onInput={(e) => setName(e.currentTarget.value)} /></label>
        <label>{t("reason")} <input type="text" value={reason} onInput={(e) => setReason(e.currentTarget.value)} /></label>
        <button type="submit" disabled={none}>{t("save")}</button>
        <button type="button" disabled={none} onClick={copy}>{t("copyList")}</button>
        {toml && <a download={`${name || draft.name}.toml`} href={URL.createObjectURL(new Blob([toml], { type: "text/plain" }))}>{t("download")}</a>}
      </form>
      <Report />
      {said && <p role="status">{said}</p>}
      {wrong && <p class="wrong" role="alert">{wrong}</p>}
    </section>
  );
}

export function Scenarios({ reload }: { reload: () => void }) {
  const { figures, t, errors } = useContents();
  if (!figures) return <p>{t("loading")}</p>;
  return (
    <>
      <Drafts />
      <p class="verdict" aria-live="polite">{figures.verdict}</p>
      {figures.findings.map((one) => <p class="doubt" key={one.where + one.message}>{one.where}：{one.message}</p>)}
      {errors.length > 0 && <p class="wrong" role="alert">{errors.map((one) => `${one.key}：${one.problem}。${one.remedy}`).join(" ")}</p>}
      <div class="two">
        <Levers />
        <div><SideBySide /><Why /><Keep reload={reload} /></div>
      </div>
    </>
  );
}
