// The page: head, tabs, the part that is looked at, and the figures that all parts share.
import { render } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { NewAgency } from "./agency";
import { get, lastOf, Lost, onConnection, post, Refused } from "./ask";
import { Context } from "./context";
import type { Movable, RefusalError, ScenarioEntry, Session, WhatIf } from "./documents";
import { Drafting } from "./drafting";
import { Explain } from "./explain";
import { Ledger } from "./ledger";
import { Overview } from "./overview";
import { Risk } from "./risk";
import { Roster } from "./roster";
import { Scenarios } from "./scenarios";
import { draftOf, redo, setsOf, undo, update, useShared, views } from "./state";
import "./style.css";
import { wordIn } from "./words";
import type { Word } from "./words";
import { InYear } from "./year";

function keepTheme(theme: string): void {
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem("theme", theme); } catch { /* a browser that keeps nothing */ }
  document.dispatchEvent(new Event("theme"));
}

function useUndoKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLInputElement && event.target.type === "text" || event.target instanceof HTMLTextAreaElement;
      if (!(event.ctrlKey || event.metaKey) || typing) return;
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) undo();
      else if (key === "y" || (key === "z" && event.shiftKey)) redo();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function Page() {
  const state = useShared();
  const [session, setSession] = useState<Session | null>(null);
  const [entries, setEntries] = useState<ScenarioEntry[]>([]);
  const [movable, setMovable] = useState<Movable | null>(null);
  const [figures, setFigures] = useState<WhatIf | null>(null);
  const [errors, setErrors] = useState<RefusalError[]>([]);
  const [lost, setLost] = useState(false);
  const [shut, setShut] = useState(false);
  const [explained, setExplained] = useState<string | null>(null);
  const t = (word: Word): string => wordIn(state.language, word);
  const scenario = state.scenario || session?.scenario || "";
  const entry = entries.find((one) => one.name === scenario);
  const first = Number((entry?.horizon ?? "2024").slice(0, 4));
  const input = (sets?: string[]): Record<string, unknown> => ({
    scenario, sets: sets ?? setsOf(draftOf(state)), lang: state.language,
    ...(state.until > first ? { horizon: `${first}-01..${state.until}-12` } : {}),
  });
  const failed = (why: unknown): void => {
    if (why instanceof Refused && why.status === 401) setShut(true);
    else if (why instanceof Refused) setErrors(why.errors);
    else if (why instanceof Lost) setLost(true);
  };
  const ask = useRef(lastOf((body: object) => post<WhatIf>("/api/what-if", body), (got) => { setFigures(got); setErrors([]); document.documentElement.dataset.answered = String(performance.now()); }, failed));
  const reload = (): void => void get<{ scenarios: ScenarioEntry[] }>("/api/scenarios").then((got) => setEntries(got.scenarios)).catch(failed);
  useUndoKeys();
  useEffect(() => {
    onConnection(setLost);
    void get<Session>("/api/session").then(setSession).catch(failed);
    reload();
  }, []);
  useEffect(() => {
    if (!lost) return;
    const again = setInterval(() => void get<Session>("/api/session").then(() => ask.current(input())).catch(failed), 2000);
    return () => clearInterval(again);
  }, [lost]);
  useEffect(() => { document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en"; document.title = `disburse ${t("workbench")}`; }, [state.language]);
  const asked = JSON.stringify(input());
  useEffect(() => { if (scenario) ask.current(input()); }, [asked]);
  const family = JSON.stringify([scenario, state.until, state.language]);
  useEffect(() => {
    if (!scenario) return;
    const { sets: _, ...base } = input();
    void post<Movable>("/api/movable", base).then(setMovable).catch(failed);
  }, [family]);
  const shared = useMemo(() => ({ state, t, figures, movable, errors, input, explain: setExplained }), [state, figures, movable, errors, scenario, entries]);
  const years = [0, 1, 2, 5, 10].map((ahead) => first + ahead);
  if (shut) return <main class="shut"><h1>disburse</h1><p>{t("closedDoor")}</p></main>;
  return (
    <Context.Provider value={shared}>
      <a class="skip" href="#content" onClick={(e) => { e.preventDefault(); document.getElementById("content")?.focus(); }}>{t("skip")}</a>
      <header>
        <h1>{t("workbench")}</h1>
        <label class="inline">{t("scenario")} <select value={scenario} onChange={(e) => update({ scenario: e.currentTarget.value })}>
          <optgroup label={t("library")}>{entries.filter((one) => !one.own).map((one) => <option key={one.name} value={one.name}>{one.title}</option>)}</optgroup>
          {entries.some((one) => one.own) && <optgroup label={t("mine")}>{entries.filter((one) => one.own).map((one) => <option key={one.name} value={one.name}>{one.title}</option>)}</optgroup>}
        </select></label>
        <label class="inline">{t("until")} <select value={Math.max(state.until, first)} onChange={(e) => update({ until: Number(e.currentTarget.value) })}>{years.map((year) => <option key={year} value={year}>{year === first ? year : `${first}–${year}`}</option>)}</select></label>
        <span class="spring" />
        <button type="button" class="quiet" onClick={() => update({ language: state.language === "zh" ? "en" : "zh" })}>{t("language")}</button>
        <button type="button" class="quiet" onClick={() => keepTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark")}>{t("theme")}</button>
      </header>
      <nav class="tabs" aria-label={t("workbench")}>{views.map((view) => <button type="button" key={view} aria-current={state.view === view ? "page" : undefined} onClick={() => update({ view })}>{t(view)}</button>)}</nav>
      {lost && <p class="lost" role="alert">{t("offline")}</p>}
      <main id="content" tabIndex={-1}>
        {state.view === "overview" && <Overview />}
        {state.view === "scenarios" && <Scenarios reload={reload} />}
        {state.view === "drafting" && <Drafting />}
        {state.view === "year" && <InYear />}
        {state.view === "risk" && <Risk />}
        {state.view === "roster" && <Roster />}
        {state.view === "ledger" && <Ledger />}
        {state.view === "agency" && <NewAgency />}
      </main>
      <footer class="note">disburse {session?.version} {session?.user}</footer>
      {explained && <Explain id={explained} close={() => setExplained(null)} />}
    </Context.Provider>
  );
}

try {
  const theme = localStorage.getItem("theme");
  document.documentElement.dataset.theme = theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
} catch { document.documentElement.dataset.theme = "light"; }
if (location.search) history.replaceState(null, "", location.pathname + location.hash); // the token is in a cookie now
render(<Page />, document.getElementById("app")!);
