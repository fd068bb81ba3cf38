// What every part of the page needs: words in the language, names of programmes, the figures of the current draft.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Movable, Programme, RefusalError, WhatIf } from "./documents";
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

export function nameOf(programme: Programme, language: string): string {
  return language === "en" && programme.name_en ? programme.name_en : programme.name;
}
