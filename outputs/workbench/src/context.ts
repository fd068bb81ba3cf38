// What every part of the page needs: words in the language, names of programmes, the figures of the current draft.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Movable, Parameter, Programme, RefusalError, WhatIf } from "./documents";
import type { State } from "./state";
import type { Word } from "./words";

export interface Shared {
  state: State;
  t: (word: Word) => string;
  figures: WhatIf | null;
  movable: Movable | null;
  errors: RefusalError[]; // of the last change
  input: (sets?: string[]) => Record<string, unknown>; // scenario, changes, horizon, language, as the server takes them
  explain: (programme: string) => void;
}

export const Context = createContext<Shared | null>(null);

export function useContents(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error("outside of the page");
  return shared;
}

/// The programme that exceeds its budget most, else the largest: where one looks first.
export function watched(figures: WhatIf | null): Programme | undefined {
  const list = [...(figures?.programmes ?? [])].sort((a, b) => b.projected_fen - a.projected_fen);
  const over = list.filter((one) => (one.difference_fen ?? 0) > 0).sort((a, b) => b.difference_fen! - a.difference_fen!);
  return over[0] ?? list[0];
}

/// What a planner sets: amounts per person or payment, with a range to slide in, that nobody calls uncertain.
export function isStandard(parameter: Parameter): boolean {
  return parameter.low !== null && parameter.uncertain === null && parameter.unit.startsWith("yuan_per");
}

export function nameOf(programme: Programme, language: string): string {
  return language === "en" && programme.name_en ? programme.name_en : programme.name;
}
