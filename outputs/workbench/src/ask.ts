// Questions to the server: answers, refusals in words, a lost connection that comes back.
import type { RefusalError, WorkStatus } from "./documents";
import type { Upload } from "./filed";

export class Refused extends Error {
  constructor(readonly errors: RefusalError[], readonly status: number) {
    super(errors.map((one) => one.problem).join("; "));
  }
}

/// The server did not answer at all.
export class Lost extends Error {}

const listeners = new Set<(lost: boolean) => void>();
export function onConnection(listener: (lost: boolean) => void): void {
  listeners.add(listener);
}

async function send(path: string, body?: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, body === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    listeners.forEach((tell) => tell(true));
    throw new Lost();
  }
  listeners.forEach((tell) => tell(false));
  return response;
}

async function document<T>(response: Response): Promise<T> {
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.errors ?? [], response.status);
  return answer as T;
}

export async function get<T>(path: string): Promise<T> {
  return document<T>(await send(path));
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  return document<T>(await send(path, body));
}

/// What a refusal says, one line a fault.
export function wordsOf(why: Refused): string {
  return why.errors.map((one) => `${[one.where, one.key].filter((part) => part !== "" && part !== "body").join(" ")} ${one.problem}${one.why ? `（${one.why}）` : ""}。${one.remedy}`.trim()).join("\n");
}

const piece = 8 << 20; // a request takes no more than 16 MiB

/// Hands a file to the server, piece by piece; what it is called there comes back.
export async function upload(file: File): Promise<Upload> {
  let kept: Upload | null = null;
  for (let at = 0; at < file.size || !kept; at += piece) {
    const name = `name=${encodeURIComponent(file.name)}${kept ? `&after=${kept.upload}` : ""}`;
    let response: Response;
    try {
      response = await fetch(`/api/upload?${name}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file.slice(at, at + piece) });
    } catch {
      listeners.forEach((tell) => tell(true));
      throw new Lost();
    }
    kept = await document<Upload>(response);
  }
  return kept;
}

/// Removes what was handed in and what studies made of it; also when the page goes away.
export async function forget(known: { uploads: string[]; work: string[] }): Promise<void> {
  if (known.uploads.length + known.work.length === 0) return;
  await fetch("/api/forget", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(known), keepalive: true }).catch(() => undefined);
}

/// Removes it when the part of the page that knows it goes, or the page itself. For useEffect.
export function forgetAtEnd(known: () => { uploads: string[]; work: string[] }): () => void {
  const leave = (): void => void forget(known());
  addEventListener("pagehide", leave);
  return () => {
    removeEventListener("pagehide", leave);
    leave();
  };
}

/// Only the last of quick questions matters: while one is on its way, the next waits and replaces any that waited.
export function lastOf<A, B>(question: (asked: A) => Promise<B>, answer: (got: B, asked: A) => void, failed: (why: unknown, asked: A) => void) {
  let busy = false;
  let waiting: { asked: A } | null = null;
  const run = async (asked: A): Promise<void> => {
    busy = true;
    try {
      const got = await question(asked);
      if (!waiting) answer(got, asked);
    } catch (why) {
      if (!waiting) failed(why, asked);
    }
    busy = false;
    if (waiting) {
      const next = (waiting as { asked: A }).asked;
      waiting = null;
      void run(next);
    }
  };
  return (asked: A): void => {
    if (busy) waiting = { asked };
    else void run(asked);
  };
}

/// A study that lasts: its states as they come, and how to end it.
export interface Work<T> {
  number: string;
  result: Promise<{ document: T; files: string[] }>;
  cancel: () => void;
}

export async function begin<T>(body: object, progress: (status: WorkStatus) => void): Promise<Work<T>> {
  const begun = await post<WorkStatus>("/api/work", body);
  const number = begun.number;
  const ended = new Promise<WorkStatus>((resolve, reject) => {
    const events = new EventSource(`/api/work/${number}/events`);
    events.onmessage = (message) => {
      const status = JSON.parse(message.data) as WorkStatus;
      progress(status);
      if (status.state === "waiting" || status.state === "running") return;
      events.close();
      resolve(status);
    };
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) reject(new Lost());
    };
  });
  const result = ended.then(async () => {
    const document = await get<T>(`/api/work/${number}/result`);
    const status = await get<WorkStatus>(`/api/work/${number}`);
    return { document, files: status.files };
  });
  result.catch(() => undefined);
  return { number, result, cancel: () => void post(`/api/cancel/${number}`, {}) };
}
