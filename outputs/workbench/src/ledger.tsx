// 台账: runs as they were issued, with what went into them; held to what was written, made again, held against each other.
import { useEffect, useState } from "preact/hooks";
import { get } from "./ask";
import { useContents } from "./context";
import type { Checked, DifferingAmount, IssuedRun, RunDifference, RunList } from "./filed";
import { signedWan, wan } from "./numbers";
import { Progress } from "./progress";
import { draftOf, setsOf } from "./state";
import { useStudy } from "./study";
import { inputNames } from "./words";

function Issue({ reload }: { reload: () => void }) {
  const { figures, input, state, t } = useContents();
  const [name, setName] = useState("");
  const study = useStudy<object>(reload);
  const moved = setsOf(draftOf(state)).length;
  return (
    <section>
      <h2>{t("issue")}</h2>
      <p>{figures!.verdict} <span class="note">{t("changeList")} {moved}</span></p>
      <form class="bar" onSubmit={(e) => { e.preventDefault(); study.start({ kind: "issue", ...input(), name: name.trim() }); }}>
        <label class="inline">{t("name")} <input type="text" required value={name} maxLength={60} onInput={(e) => setName(e.currentTarget.value)} /></label>
        <button type="submit" class="main" disabled={study.busy}>{t("issueIt")}</button>
        {study.document && <span role="status">{t("saved")}</span>}
      </form>
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
    </section>
  );
}

function Amounts({ title, list }: { title: string; list: DifferingAmount[] }) {
  const { state, t } = useContents();
  if (list.length === 0) return null;
  return (
    <>
      <h3>{title} <small>{t("wan")}</small></h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        <table class="wide"><thead><tr><th scope="col">{t("programme")}</th><th scope="col" class="n">{t("firstRun")}</th><th scope="col" class="n">{t("secondRun")}</th><th scope="col" class="n">{t("difference")}</th></tr></thead>
          <tbody>{list.map((one) => <tr key={one.id}><th scope="row">{state.language === "en" && one.name_en ? one.name_en : one.name}</th><td class="n">{wan(one.first_fen)}</td><td class="n">{wan(one.second_fen)}</td><td class="n">{signedWan(one.difference_fen)}</td></tr>)}</tbody></table>
      </div>
    </>
  );
}

function short(text: string): string {
  return /^[0-9a-f]{40,}$/.test(text) ? text.slice(0, 12) : text || "–";
}

function Difference({ found }: { found: RunDifference }) {
  const { state, t } = useContents();
  const l = state.language === "zh" ? 0 : 1;
  const again = found.second === "";
  const differing = found.files.filter((one) => !one.same).map((one) => one.name);
  const place = { inputs: t("partsInputs"), parameters: t("partsParameters"), months: `${t("partsMonths")} ${found.month ?? ""}`, amounts: t("partsAmounts"), nowhere: t("partsNowhere") }[found.parts_at];
  return (
    <section aria-live="polite">
      <p class="answer">{again ? `${t("reproduced")} ${found.first}` : `${found.first} ${t("and")} ${found.second}`}：<b>{found.same ? t("sameBytes") : place}</b></p>
      {!found.same && <p class="note">{t("differingFiles")}：{differing.length > 0 ? differing.join("、") : t("none")}</p>}
      <p>{t("total")}：{wan(found.total.first_fen)} → {wan(found.total.second_fen)}（{signedWan(found.total.difference_fen)}，{t("wan")}）</p>
      {found.inputs.length > 0 && <><h3>{t("partsInputs")}</h3><div class="scroll" tabIndex={0} role="region" aria-label={t("partsInputs")}><table class="wide"><tbody>{found.inputs.map((one) => <tr key={one.what}><th scope="row">{inputNames[one.what]?.[l] ?? one.what}</th><td title={one.first}>{short(one.first)}</td><td title={one.second}>{short(one.second)}</td></tr>)}</tbody></table></div></>}
      {found.parameters.length > 0 && <><h3>{t("partsParameters")} <small>{found.parameters_in_all}</small></h3><div class="scroll tall" tabIndex={0} role="region" aria-label={t("partsParameters")}><table class="wide"><thead><tr><th scope="col">{t("parameter")}</th><th scope="col">{t("firstRun")}</th><th scope="col">{t("secondRun")}</th></tr></thead><tbody>{found.parameters.map((one) => <tr key={one.path}><th scope="row" title={one.path}>{one.name}</th><td>{one.first || "–"}</td><td>{one.second || "–"}</td></tr>)}</tbody></table></div></>}
      {found.month && <Amounts title={`${t("partsMonths")} ${found.month}`} list={found.in_month} />}
      <Amounts title={t("differencesOfYear")} list={found.programmes} />
    </section>
  );
}

function Inputs({ run }: { run: IssuedRun }) {
  const { state, t } = useContents();
  const l = state.language === "zh" ? 0 : 1;
  const { digests, ...plain } = run.manifest;
  const rows: [string, string][] = [...Object.entries(plain).map(([key, value]): [string, string] => [key, String(value)]), ...Object.entries(digests).map(([key, value]): [string, string] => [`${key}_digest`, value])];
  return (
    <>
      <table><tbody>{rows.map(([key, value]) => <tr key={key}><th scope="row">{inputNames[key]?.[l] ?? key}</th><td title={value}>{short(value)}</td></tr>)}</tbody></table>
      <p class="command note">{t("command")}：<code>{run.command}</code></p>
    </>
  );
}

export function Ledger() {
  const { figures, state, t } = useContents();
  const [list, setList] = useState<RunList | null>(null);
  const [picked, setPicked] = useState<string[]>([]);
  const verify = useStudy<Checked>();
  const difference = useStudy<RunDifference>();
  const reload = (): void => void get<RunList>("/api/runs").then(setList).catch(() => undefined);
  useEffect(reload, []);
  if (!figures || !list) return <p>{t("loading")}</p>;
  const pick = (name: string): void => setPicked(picked.includes(name) ? picked.filter((one) => one !== name) : [...picked, name].slice(-2));
  const busy = verify.busy || difference.busy;
  const lang = state.language;
  return (
    <>
      <Issue reload={reload} />
      <h2>{t("issued")} <small>{t("wan")} · {list.folder}</small></h2>
      {list.runs.length === 0 ? <p class="note">{t("noRuns")}</p> : (
        <>
          <div class="scroll" tabIndex={0} role="region" aria-label={t("issued")}>
            <table class="wide"><thead><tr><th scope="col">{t("pick")}</th><th scope="col">{t("name")}</th><th scope="col">{t("scenario")}</th><th scope="col">{t("issuedOn")}</th><th scope="col" class="n">{t("budget")}</th><th scope="col" class="n">{t("projected")}</th><th scope="col" class="n">{t("difference")}</th><th scope="col">{t("doIt")}</th></tr></thead>
              <tbody>{list.runs.map((one) => (
                <tr key={one.name}>
                  <td><input type="checkbox" checked={picked.includes(one.name)} aria-label={`${t("pick")} ${one.name}`} onChange={() => pick(one.name)} /></td>
                  <th scope="row">{one.name}<details><summary>{t("inputs")}</summary><Inputs run={one} /></details></th>
                  <td>{one.scenario}</td><td>{one.started.slice(0, 16).replace("T", " ")}</td>
                  <td class="n">{wan(one.budget_fen)}</td><td class="n">{wan(one.projected_fen)}</td><td class="n">{signedWan(one.difference_fen)}</td>
                  <td class="buttons"><button type="button" disabled={busy} aria-label={`${t("verify")} ${one.name}`} onClick={() => verify.start({ kind: "verify", run: one.name, lang })}>{t("verify")}</button> <button type="button" disabled={busy} aria-label={`${t("reproduce")} ${one.name}`} onClick={() => difference.start({ kind: "reproduce", run: one.name, lang })}>{t("reproduce")}</button></td>
                </tr>
              ))}</tbody></table>
          </div>
          <div class="bar"><button type="button" class="main" disabled={picked.length !== 2 || busy} onClick={() => difference.start({ kind: "difference", run: picked[0], other: picked[1], lang })}>{t("comparePicked")}</button><span class="note">{t("pickTwo")}</span></div>
        </>
      )}
      {list.unreadable.length > 0 && <p class="doubt">{t("unreadableRuns")}：{list.unreadable.join("、")}</p>}
      {busy && <Progress status={verify.status ?? difference.status} cancel={verify.busy ? verify.cancel : difference.cancel} />}
      {[verify.wrong, difference.wrong].filter((one) => one !== "").map((one) => <p class="wrong" role="alert" key={one}>{one}</p>)}
      {verify.document && (
        <section aria-live="polite"><p class="answer">{verify.document.files.map((one) => one.split("/").pop()).join("、")}：<b>{verify.document.findings.length === 0 ? t("asWritten") : t("notAsWritten")}</b></p>
          {verify.document.findings.map((one) => <p class={one.severity === "error" ? "wrong" : "doubt"} key={one.where + one.message}>{one.where}：{one.message}</p>)}</section>
      )}
      {difference.document && <Difference found={difference.document} />}
    </>
  );
}
