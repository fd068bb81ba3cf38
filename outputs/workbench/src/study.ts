// A study that a part of the page asks for: its state, its answer, its refusal.
import { useState } from "preact/hooks";
import { begin, Refused, wordsOf } from "./ask";
import type { WorkStatus } from "./documents";

export interface Study<T> {
  status: WorkStatus | null;
  document: T | null;
  files: string[];
  number: string;
  wrong: string;
  busy: boolean;
  start: (body: object) => void;
  cancel: () => void;
  clear: () => void; // forgets the answer
}

/// `done` is called when an answer came.
export function useStudy<T>(done?: () => void): Study<T> {
  const [status, setStatus] = useState<WorkStatus | null>(null);
  const [answer, setAnswer] = useState<{ document: T; files: string[]; number: string } | null>(null);
  const [wrong, setWrong] = useState("");
  const [stop, setStop] = useState<{ cancel: () => void } | null>(null);
  const start = async (body: object): Promise<void> => {
    setWrong("");
    setStatus({ number: "", state: "waiting", done: 0, total: 0, seconds: 0, files: [] });
    try {
      const work = await begin<T>(body, setStatus);
      setStop({ cancel: work.cancel });
      const { document, files } = await work.result;
      setAnswer({ document, files, number: work.number });
      done?.();
    } catch (why) {
      if (why instanceof Refused && why.status !== 425)
        setWrong(wordsOf(why));
    }
    setStop(null);
    setStatus(null);
  };
  return {
    status, document: answer?.document ?? null, files: answer?.files ?? [], number: answer?.number ?? "", wrong,
    busy: status !== null, start: (body) => void start(body), cancel: () => stop?.cancel(),
    clear: () => { setAnswer(null); setWrong(""); },
  };
}
