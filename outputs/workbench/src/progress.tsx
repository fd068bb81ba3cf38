// How far a study is, and the way to end it.
import { useContents } from "./context";
import type { WorkStatus } from "./documents";

export function Progress({ status, cancel }: { status: WorkStatus | null; cancel: () => void }) {
  const { t } = useContents();
  const state = status?.state ?? "waiting";
  const words = state === "waiting" ? t("waiting") : state === "cancelled" ? t("cancelled") : t("running");
  return (
    <div class="progress" role="status">
      <progress max={status?.total || undefined} value={status?.total ? status.done : undefined} aria-label={words} />
      <span>{words} {status ? `${status.seconds.toFixed(0)} ${t("seconds")}` : ""}</span>
      {state !== "cancelled" && <button type="button" onClick={cancel}>{t("cancel")}</button>}
    </div>
  );
}

/// What a study made, to be taken along.
export function Files({ number, names }: { number: string; names: string[] }) {
  const { t } = useContents();
  const shown = names.filter((one) => !one.endsWith(".json"));
  if (shown.length === 0) return null;
  return <p class="files">{t("papers")}：{shown.map((one) => <a key={one} href={`/api/work/${number}/files/${encodeURIComponent(one)}`} download={one}>{one}</a>)}</p>;
}
