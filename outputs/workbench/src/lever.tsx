// A lever: one parameter with its slider, its box, its months, its source, and what is wrong with what was typed.
import { useEffect, useState } from "preact/hooks";
import { useContents } from "./context";
import type { Parameter } from "./documents";
import { plain } from "./numbers";
import { changeOf, draftOf, setChange } from "./state";

/// Where a slider stands: at the number that was typed; of "+10%" and other words, at what the server made of them.
function position(typed: string | undefined, answered: string | undefined, base: number, relative: boolean): number {
  if (typed === undefined) return base;
  const own = Number(relative ? typed.replace(/%$/, "") : typed);
  const number = Number.isNaN(own) || typed.trim() === "" ? Number(answered) : own;
  return Number.isNaN(number) ? base : number;
}

function valueText(parameter: Parameter, number: number): string {
  const text = plain(number, parameter.step ?? 1);
  return parameter.unit === "relative" ? `${number >= 0 ? "+" : ""}${text}%` : text;
}

function Months({ parameter }: { parameter: Parameter }) {
  const { state, t } = useContents();
  const change = changeOf(draftOf(state), parameter.path);
  const put = (key: "from" | "until", value: string): void => {
    const next = { path: parameter.path, value: parameter.value, ...change };
    if (value) next[key] = value;
    else delete next[key];
    if (!next.from) delete next.until;
    setChange(parameter.path, next);
  };
  return (
    <div class="months">
      <label>{t("from")} <input type="month" value={change?.from ?? ""} onChange={(e) => put("from", e.currentTarget.value)} /></label>
      <label>{t("to")} <input type="month" value={change?.until ?? ""} disabled={!change?.from} onChange={(e) => put("until", e.currentTarget.value)} /></label>
    </div>
  );
}

function Source({ parameter }: { parameter: Parameter }) {
  const { t } = useContents();
  const bounds = [parameter.minimum, parameter.maximum].filter((one) => one !== null);
  return (
    <div class="source">
      {parameter.values.map((one) => (
        <p key={one.from}><b>{one.from} {t("from")} {one.value}</b>（{one.status_name}） {one.reference}</p>
      ))}
      {parameter.uncertain && <p>{t("uncertain")}：{parameter.uncertain.low} – {parameter.uncertain.high}。{parameter.uncertain.source}</p>}
      {bounds.length === 2 && <p>{t("range")}：{parameter.minimum} – {parameter.maximum}</p>}
      {parameter.note && <p>{parameter.note}</p>}
      <p><code>{parameter.path}</code></p>
    </div>
  );
}

export function Lever({ parameter, brief }: { parameter: Parameter; brief?: boolean }) {
  const { state, t, errors, figures } = useContents();
  const change = changeOf(draftOf(state), parameter.path);
  const answered = figures?.changes.find((one) => one.path === parameter.path)?.value;
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [change?.value]);
  const base = parameter.unit === "relative" ? 0 : Number(parameter.value);
  const slides = parameter.low !== null && parameter.high !== null && parameter.step !== null;
  const shown = typed ?? change?.value ?? parameter.value;
  const put = (value: string, kind = ""): void => {
    const same = value.trim() === "" || value.trim() === parameter.value;
    setChange(parameter.path, same && !change?.from ? null : { ...change, path: parameter.path, value: value.trim() || parameter.value }, kind);
  };
  const wrong = change ? errors.filter((one) => one.key === parameter.path || one.key.startsWith(`${parameter.path}@`) || one.key.startsWith(`${parameter.path}=`)) : [];
  const id = `${brief ? "b" : "p"}-${parameter.path.replace(/\./g, "-")}`;
  return (
    <div class={`lever${change ? " changed" : ""}`} id={`lever-${id}`}>
      <div class="lever-head">
        <label for={id}>{parameter.name}</label>
        <span class="base">{t("base")} {parameter.value || "–"}{parameter.unit_name && parameter.value ? ` ${parameter.unit_name}` : ""}</span>
      </div>
      <div class="lever-row">
        {slides && (
          <input type="range" aria-label={parameter.name} min={parameter.low!} max={parameter.high!} step={parameter.step!}
            value={position(change?.value, answered, base, parameter.unit === "relative")}
            onInput={(e) => put(valueText(parameter, Number(e.currentTarget.value)), parameter.path)} />
        )}
        {parameter.choices.length > 0 ? (
          <select id={id} value={shown} onChange={(e) => put(e.currentTarget.value)}>
            {parameter.choices.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        ) : (
          <input id={id} class="box" type="text" value={shown} placeholder={parameter.unit === "relative" ? "+0%" : t("placeholder")} aria-invalid={wrong.length > 0}
            aria-describedby={wrong.length > 0 ? `${id}-wrong` : undefined}
            onInput={(e) => setTyped(e.currentTarget.value)} onChange={(e) => put(e.currentTarget.value)} />
        )}
        <button type="button" class="quiet" disabled={!change} onClick={() => setChange(parameter.path, null)} aria-label={`${t("reset")} ${parameter.name}`}>{t("reset")}</button>
      </div>
      {wrong.map((one) => (
        <p class="wrong" role="alert" id={`${id}-wrong`} key={one.problem}>{one.problem}{one.why && `（${one.why}）`}。{one.remedy}</p>
      ))}
      {!brief && (
        <details><summary>{t("dates")} · {t("source")}</summary><Months parameter={parameter} /><Source parameter={parameter} /></details>
      )}
    </div>
  );
}
