// The documents that the server answers with, as far as the page reads them (outputs/formats).

export interface Comparison {
  budget_fen: number | null;
  projected_fen: number;
  difference_fen: number | null;
  execution_rate: number | null;
}

export interface Line extends Comparison {
  code: string;
  name: string;
}

export interface MonthlyFigure {
  month: string;
  headcount: number | null;
  paid_fen: number;
  line_fen: number;
}

export interface Programme extends Comparison {
  id: string;
  name: string;
  name_en: string;
  line: string | null;
  outlay_fen: number;
  headcount: number | null;
  basis: "projected" | "calibrated" | "planned";
  basis_reason: string;
  monthly: MonthlyFigure[];
  by_line: Line[];
  by_payer: { payer: string; paid_fen: number }[];
  meaning: { sentences: string[]; sentences_en: string[] } | null;
}

export interface Difference {
  year: number;
  of: "programme" | "line" | "total";
  id: string;
  base_fen: number;
  fen: number;
  change_fen: number;
  over: boolean;
  used_up: string | null;
}

export interface Finding {
  code: string;
  severity: "error" | "warning" | "note";
  where: string;
  message: string;
}

export interface YearFigure {
  year: number;
  line_fen: number;
  outlay_fen: number;
}

export interface Changed {
  path: string;
  name: string;
  unit_name: string;
  base_value: string;
  value: string;
  since: string;
  from: string | null;
  until: string | null;
}

export interface WhatIf {
  scenario: string;
  title: string;
  command: string;
  fiscal_year: number;
  changes: Changed[];
  verdict: string;
  lines: Line[];
  programmes: Programme[];
  total: Comparison;
  monthly: MonthlyFigure[];
  years: YearFigure[];
  differences: Difference[];
  base_monthly: MonthlyFigure[];
  findings: Finding[];
}

export interface DatedValue {
  from: string;
  value: string;
  status: string;
  status_name: string;
  reference: string;
  changed: boolean;
}

export interface Parameter {
  path: string;
  name: string;
  group: string;
  unit: string;
  unit_name: string;
  choices: string[];
  programmes: string[];
  value: string;
  at: string;
  minimum: string | null;
  maximum: string | null;
  low: number | null;
  high: number | null;
  step: number | null;
  values: DatedValue[];
  uncertain: { low: string; high: string; source: string } | null;
  note: string;
}

export interface Movable {
  scenario: string;
  groups: { id: string; name: string }[];
  parameters: Parameter[];
}

export interface ScenarioEntry {
  name: string;
  title: string;
  horizon: string;
  own: boolean;
  changes: string[];
}

export interface Session {
  version: string;
  user: string;
  scenario: string;
  schemes: string;
  regions: string[];
}

export interface RefusalError {
  where: string;
  key: string;
  problem: string;
  why: string;
  remedy: string;
}

export interface Amount {
  fen: number;
  difference_fen: number;
  over: boolean;
  used_up: string | null;
}

export interface ScenarioTable {
  fiscal_year: number;
  years: number[];
  scenarios: { name: string; title: string }[];
  rows: { year: number; of: Difference["of"]; id: string; name: string; name_en: string; budget_fen: number | null; amounts: Amount[] }[];
}

export interface WhoCell {
  persons: number | null;
  fen: number | null;
}

export interface Causes {
  command: string;
  variants: {
    total: { base_fen: number; variant_fen: number; difference_fen: number };
    bridges: { programme: string; difference_fen: number; causes: Record<string, number> }[];
    shares: { change: string; fen: number }[];
    who: { programme: string; name: string; gained: WhoCell; lost: WhoCell; more: WhoCell; less: WhoCell }[];
  }[];
}

export interface Spread {
  mean_fen: number;
  p10_fen: number;
  p50_fen: number;
  p90_fen: number;
}

export interface RiskRun {
  risk: {
    replicates: number;
    assumptions: number;
    figures: {
      of: Difference["of"];
      id: string;
      name: string;
      year: number;
      budget_fen: number | null;
      chance: Spread;
      both: Spread | null;
      over: number | null;
      reserve_90_fen: number | null;
      likely_over: string | null;
    }[];
  };
}

/// A share of variance with its 95 % interval.
export interface Index {
  value: number;
  low: number;
  high: number;
}

export interface Study {
  command: string;
  output: string;
  base_fen: number;
  budget_fen: number | null;
  inputs: { path: string; name: string; unit: string; low: string; base: string; high: string; source: string }[];
  heatmap?: { first: string; second: string; first_values: string[]; second_values: string[]; fen: number[][] };
  factors?: { name: string; inputs: string[]; first?: Index; total?: Index }[];
  tornado: { path: string; at_low_fen: number; at_high_fen: number; breaks_at: string | null; dead: boolean }[];
}

/// A cell that may be entered, as `budget --entries` names it.
export interface CellEntry {
  cell: number;
  list: string;
  key: string;
  value: string;
  field: string;
}

export interface DraftTable {
  id: string;
  title: string;
  headings: string[];
  rows: { code: string; name: string; depth: number; printed_row: number; cells: string[]; entries?: CellEntry[] }[];
}

export interface Draft {
  title: string;
  year: number;
  command: string;
  tables: DraftTable[];
  forms: { programme: string; name: string; total: string; goals: string[]; indicators: { level1: string; level2: string; level3: string; value: string; proposed: string }[] }[];
  text: { section: string; heading: string; proposed: string; text: string }[];
  findings: Finding[];
  untied: Finding[];
  projects: {
    name: string;
    line: string;
    last_budget_fen: number | null;
    drafted_fen: number;
    low_fen: number;
    high_fen: number;
    basis: string;
  }[];
  notes: string[];
}

export interface ReforecastLine {
  code: string | null;
  name: string;
  budget_fen: number | null;
  locked_fen: number;
  estimate_fen: number;
  p10_fen: number | null;
  p90_fen: number | null;
  left_fen: number | null;
  probability_over_budget: number | null;
  exhausted: string | null;
}

export interface Reforecast {
  locked_to: string;
  lines: ReforecastLine[];
  total: ReforecastLine;
  findings: Finding[];
}

export interface Solved {
  vary: string;
  unit: string;
  target_fen: number;
  base: { value: string; amount_fen: number };
  points: { solved: boolean; value: string | null; amount_fen: number | null; next: string | null; next_amount_fen: number | null }[];
}

export interface CashPlan {
  rule: string;
  payers: { payer: string; name: string; name_en: string }[];
  needs: { day: string; programme: string; payer: string; name: string; amount_fen: number }[];
  peak: { day: string; amount_fen: number } | null;
}

export interface WorkStatus {
  number: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  done: number;
  total: number;
  seconds: number;
  files: string[];
}

export interface MemberGroups {
  clause: string;
  components: { id: string; name: string; payer: string; kind: string; on_death: boolean; formula: string; parameters: string[]; document: string }[];
  groups: { name: string; persons: number | null; paid_fen: number | null; member: string | null }[];
}

export interface Statement {
  member: { key: string; sex: string; birth: string; retired: string | null };
  total_fen: number;
  entries: {
    programme: string;
    clause: string;
    component_name: string;
    formula: string;
    due: string;
    paid: string | null;
    on_death: boolean;
    amount_fen: number;
    reason: string | null;
    steps: { text: string; amount_fen: number }[];
  }[];
}
