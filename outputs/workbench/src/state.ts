// What the page is about: scenario, year, drafts with their changes, and the way back. It stands in the address, so that a
// reload loses nothing and a link opens the same view.
import { useEffect, useState } from "preact/hooks";
import type { Language } from "./words";

export interface Change {
  path: string;
  value: string;
  from?: string;
  until?: string;
}

export interface DraftState {
  name: string;
  changes: Change[];
}

export type View = "overview" | "scenarios" | "drafting" | "year" | "risk" | "roster" | "ledger" | "agency";
export const views: View[] = ["overview", "scenarios", "drafting", "year", "risk", "roster", "ledger", "agency"];

export interface State {
  view: View;
  scenario: string;
  until: number; // last year of the horizon; 0: the scenario's own
  drafts: DraftState[];
  current: number;
  language: Language;
}

export const mostDrafts = 4;

export function setText(change: Change): string {
  const months = change.from ? `@${change.from}${change.until ? `..${change.until}` : ""}` : "";
  return `${change.path}${months}=${change.value}`;
}

export function setsOf(draft: DraftState): string[] {
  return draft.changes.filter((one) => one.value.trim() !== "").map(setText);
}

const empty: State = {
  view: "overview",
  scenario: "",
  until: 0,
  drafts: [{ name: "", changes: [] }],
  current: 0,
  language: "zh",
};

function encoded(state: State): string {
  const short = { v: state.view, s: state.scenario, y: state.until, d: state.drafts, c: state.current, l: state.language };
  return encodeURIComponent(JSON.stringify(short));
}

/// A fragment may come from anybody: only what has the right form is taken.
function decoded(fragment: string): Partial<State> {
  try {
    const short = JSON.parse(decodeURIComponent(fragment.replace(/^#/, "")));
    const drafts = (Array.isArray(short.d) ? short.d : []).slice(0, mostDrafts).map((one: DraftState) => ({
      name: String(one.name ?? ""),
      changes: (Array.isArray(one.changes) ? one.changes : []).map((change: Change) => ({
        path: String(change.path),
        value: String(change.value),
        ...(change.from ? { from: String(change.from) } : {}),
        ...(change.until ? { until: String(change.until) } : {}),
      })),
    }));
    return {
      view: views.includes(short.v) ? short.v : "overview",
      scenario: String(short.s ?? ""),
      until: Number.isInteger(short.y) ? short.y : 0,
      drafts: drafts.length > 0 ? drafts : empty.drafts,
      current: Math.min(Math.max(Number(short.c) || 0, 0), Math.max(drafts.length - 1, 0)),
      language: short.l === "en" ? "en" : "zh",
    };
  } catch {
    return {};
  }
}

let state: State = { ...empty, ...decoded(location.hash) };
const past: State[] = [];
const future: State[] = [];
const listeners = new Set<() => void>();
let lastKind = "";

function show(): void {
  history.replaceState(null, "", `${location.pathname}#${encoded(state)}`);
  listeners.forEach((listener) => listener());
}

/// Changes of one kind in a row (a slider that moves) are one step back.
export function update(change: Partial<State>, kind = ""): void {
  const edits = change.drafts !== undefined || change.scenario !== undefined;
  if (edits && (kind === "" || kind !== lastKind)) {
    past.push(state);
    if (past.length > 200) past.shift();
  }
  if (edits) future.length = 0;
  lastKind = edits ? kind : "";
  state = { ...state, ...change };
  show();
}

function step(from: State[], to: State[]): void {
  const next = from.pop();
  if (!next) return;
  to.push(state);
  state = { ...next, view: state.view, language: state.language };
  lastKind = "";
  show();
}

export const undo = (): void => step(past, future);
export const redo = (): void => step(future, past);
export const canUndo = (): boolean => past.length > 0;
export const canRedo = (): boolean => future.length > 0;

export function useShared(): State {
  const [, again] = useState(0);
  useEffect(() => {
    const listener = (): void => again((n) => n + 1);
    const moved = (): void => {
      state = { ...state, ...decoded(location.hash) };
      listener();
    };
    listeners.add(listener);
    window.addEventListener("hashchange", moved);
    return () => {
      listeners.delete(listener);
      window.removeEventListener("hashchange", moved);
    };
  }, []);
  return state;
}

export function draftOf(shared: State): DraftState {
  return shared.drafts[shared.current];
}

export function changeOf(draft: DraftState, path: string): Change | undefined {
  return draft.changes.find((one) => one.path === path);
}

/// Puts a change into the current draft, or takes it out.
export function setChange(path: string, change: Change | null, kind = ""): void {
  const draft = draftOf(state);
  const known = draft.changes.some((one) => one.path === path);
  let changes = draft.changes;
  if (!change) changes = changes.filter((one) => one.path !== path);
  else if (known) changes = changes.map((one) => (one.path === path ? change : one));
  else changes = [...changes, change];
  putDraft({ ...draft, changes }, kind);
}

export function putDraft(draft: DraftState, kind = ""): void {
  update({ drafts: state.drafts.map((one, i) => (i === state.current ? draft : one)) }, kind);
}
