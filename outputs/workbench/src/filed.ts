// What the server answers about files: tables of members that come in, runs that were issued, agencies that begin
// (outputs/formats).
import type { Finding } from "./documents";

export interface Upload {
  upload: string;
  name: string;
  bytes: number;
}

export interface ImportedTable {
  name: string;
  encoding: string;
  heading_row: number;
  rows: number;
  accepted: number;
  columns: { column: string; heading: string | null; unit: string | null; field: string | null; nearest: string | null; dropped: boolean }[];
  first_rows?: string[][]; // kinds of cells
}

export interface ImportGroup {
  rule: string;
  severity: Finding["severity"];
  stake_fen: number;
  findings: { file: string; row: number; column: string; message: string; certain: boolean; stake_fen: number }[];
}

export interface Imported {
  tables: ImportedTable[];
  totals: { scheme: string; role: string; persons: number; monthly_fen: number }[];
  left_out: { table: string; what: string; count: number }[];
  groups: ImportGroup[];
}

export interface IssuedRun {
  name: string;
  scenario: string;
  started: string;
  command: string;
  manifest: { digests: Record<string, string>; [key: string]: unknown };
  budget_fen: number | null;
  projected_fen: number;
  difference_fen: number | null;
}

export interface RunList {
  folder: string;
  runs: IssuedRun[];
  unreadable: string[];
}

export interface DifferingAmount {
  id: string;
  name: string;
  name_en: string;
  first_fen: number;
  second_fen: number;
  difference_fen: number;
}

export interface RunDifference {
  first: string;
  second: string;
  same: boolean;
  parts_at: "nowhere" | "inputs" | "parameters" | "months" | "amounts";
  files: { name: string; same: boolean }[];
  inputs: { what: string; first: string; second: string }[];
  parameters: { path: string; name: string; first: string; second: string }[];
  parameters_in_all: number;
  month: string | null;
  in_month: DifferingAmount[];
  programmes: DifferingAmount[];
  total: { first_fen: number; second_fen: number; difference_fen: number };
}

export interface Checked {
  files: string[];
  counts: { error: number; warning: number; note: number };
  findings: Finding[];
}

export interface AgencyStart {
  name: string;
  title: string;
  year: number;
  tables: { id: string; title: string; read: boolean; headings: string[]; rows: { code: string; name: string; depth: number; line: number | null; cells: string[] }[] }[];
  projects: { name: string; function: string; fen: number; programme: string; projected: boolean; line: number | null }[];
  counts: { name: string; persons: number; reference: string }[];
  needs: { name: string; programme: string; project: string; fen: number }[];
  tasks: { fen: number; what: string; place: string }[];
  left_out: string[];
  files: string[];
}
