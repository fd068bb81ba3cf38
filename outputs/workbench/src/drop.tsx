// A place for files: dropped, or chosen by mouse or keyboard.
import { useState } from "preact/hooks";

export function Drop({ label, hint, accept, many, busy, take }: { label: string; hint: string; accept: string; many?: boolean; busy: boolean; take: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const given = (list: FileList | null | undefined): void => { if (list && list.length > 0 && !busy) take([...list].slice(0, many ? list.length : 1)); };
  return (
    <label class={`drop${over ? " over" : ""}`} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(e) => { e.preventDefault(); setOver(false); given(e.dataTransfer?.files); }}>
      <b>{label}</b><span class="note">{hint}</span>
      <input type="file" accept={accept} multiple={many} disabled={busy} onChange={(e) => { given(e.currentTarget.files); e.currentTarget.value = ""; }} />
    </label>
  );
}
