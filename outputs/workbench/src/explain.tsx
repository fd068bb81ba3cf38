// Where a programme's figure comes from, step by step: what the difference means, the rule and its parts, groups of members,
// one pseudonymous member, each payment with its working. Opened over the page, closed by Escape.
import { useEffect, useRef, useState } from "preact/hooks";
import { post } from "./ask";
import { nameOf, useContents } from "./context";
import type { MemberGroups, Statement } from "./documents";
import { count, signedWan, wan, yuan } from "./numbers";
import { Progress } from "./progress";
import { useStudy } from "./study";

function Member({ statement, programme }: { statement: Statement; programme: string }) {
  const { t } = useContents();
  const entries = statement.entries.filter((one) => one.programme === programme && !one.on_death);
  const paid = entries.filter((one) => one.amount_fen !== 0);
  const shown = paid.length > 0 ? paid : entries.slice(0, 3);
  return (
    <>
      <h3>{t("member")} <code>{statement.member.key}</code> <small>{t("pseudonym")}</small></h3>
      <p class="note">{t("bornIn")} {statement.member.birth}{statement.member.retired && <> · {t("retiredIn")} {statement.member.retired}</>}</p>
      {shown[0] && <p>{t("clause")}：{shown[0].clause}</p>}
      <div class="scroll" tabIndex={0} role="region" aria-label={t("member")}>
        <table class="wide"><thead><tr><th scope="col">{t("due")}</th><th scope="col">{t("parts")}</th><th scope="col" class="n">{t("amount")}（{t("yuan")}）</th><th scope="col">{t("step")}</th></tr></thead>
          <tbody>{shown.map((one, i) => (
            <tr key={i}><td>{one.due}</td><th scope="row">{one.component_name || "–"}</th><td class="n">{yuan(one.amount_fen)}</td>
              <td>{one.reason ?? (one.steps.length > 0 ? one.steps.map((step) => `${step.text} ${yuan(step.amount_fen)}`).join("；") : one.formula)}</td></tr>
          ))}</tbody></table>
      </div>
    </>
  );
}

function Groups({ id, found }: { id: string; found: MemberGroups }) {
  const { input, t } = useContents();
  const study = useStudy<Statement>();
  const [all, setAll] = useState(false);
  if (found.groups.length === 0) return null;
  const shown = all ? found.groups : found.groups.slice(0, 8);
  return (
    <>
      <h3>{t("members")} <small>{t("alive")}，{t("wan")}</small></h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("members")}>
        <table class="wide"><thead><tr><th scope="col">{t("group")}</th><th scope="col" class="n">{t("persons")}</th><th scope="col" class="n">{t("amount")}</th><th scope="col">{t("sample")}</th></tr></thead>
          <tbody>{shown.map((one) => (
            <tr key={one.name}><th scope="row">{one.name}</th><td class="n">{one.persons === null ? t("hidden") : count(one.persons)}</td><td class="n">{wan(one.paid_fen)}</td>
              <td>{one.member && <button type="button" class="link" disabled={study.busy} onClick={() => study.start({ kind: "explain", member: one.member, programme: id, ...input() })}>{one.member}</button>}</td></tr>
          ))}</tbody></table>
      </div>
      {shown.length < found.groups.length && <button type="button" class="quiet" onClick={() => setAll(true)}>{t("allGroups")}（{found.groups.length}）</button>}
      {study.busy && <Progress status={study.status} cancel={study.cancel} />}
      {study.wrong && <p class="wrong" role="alert">{study.wrong}</p>}
      {study.document && <Member statement={study.document} programme={id} />}
    </>
  );
}

function Parts({ found }: { found: MemberGroups }) {
  const { movable, t } = useContents();
  const name = (path: string): string => movable?.parameters.find((one) => one.path === path)?.name ?? path;
  return (
    <>
      {found.clause && <><h3>{t("ruleWords")}</h3><p>{found.clause}</p></>}
      {found.components.length > 0 && (
        <><h3>{t("parts")}</h3><div class="scroll" tabIndex={0} role="region" aria-label={t("parts")}>
          <table class="wide"><thead><tr><th scope="col">{t("parts")}</th><th scope="col">{t("payer")}</th><th scope="col">{t("formula")}</th><th scope="col">{t("parameter")}</th></tr></thead>
            <tbody>{found.components.map((one) => <tr key={one.id}><th scope="row">{one.name}</th><td>{one.payer}</td><td>{one.formula || "–"}</td><td>{one.parameters.map(name).join("、")}{one.document && <small>{one.document}</small>}</td></tr>)}</tbody></table></div></>
      )}
    </>
  );
}

export function Explain({ id, close }: { id: string; close: () => void }) {
  const { figures, movable, input, state, t } = useContents();
  const dialog = useRef<HTMLDialogElement>(null);
  const [found, setFound] = useState<MemberGroups | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    void post<MemberGroups>("/api/members", { ...input(), programme: id }).then(setFound).catch(() => undefined);
  }, [id]);
  const one = figures?.programmes.find((programme) => programme.id === id);
  if (!one) return null;
  const sentences = (state.language === "en" ? one.meaning?.sentences_en : one.meaning?.sentences) ?? [];
  const reads = movable?.parameters.filter((parameter) => parameter.group === id) ?? [];
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="explained">
      <div class="dialog-head"><h2 id="explained">{nameOf(one, state.language)}</h2><button type="button" onClick={() => dialog.current?.close()}>{t("close")}</button></div>
      <p>{t("budget")} {wan(one.budget_fen)}，{t("projected")} {wan(one.projected_fen)}，{t("difference")} {signedWan(one.difference_fen)}（{t("wan")}）</p>
      {sentences.length > 0 && <><h3>{t("meaning")}</h3>{sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}</>}
      <h3>{t("rests")}</h3><p>{one.basis_reason}</p>
      {found ? <Parts found={found} /> : <p class="note">{t("loading")}</p>}
      {found && <Groups id={id} found={found} />}
      {reads.length > 0 && <><h3>{t("source")}</h3><ul>{reads.map((parameter) => <li key={parameter.path}>{parameter.name}：<b>{parameter.value} {parameter.unit_name}</b>（{parameter.values.slice(-1)[0]?.status_name}） {parameter.values.slice(-1)[0]?.reference}</li>)}</ul></>}
      <details><summary>{t("months")}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={t("months")}><table><thead><tr><th scope="col">{t("month")}</th><th scope="col" class="n">{t("projected")}</th><th scope="col" class="n">{t("persons")}</th></tr></thead>
          <tbody>{one.monthly.map((month) => <tr key={month.month}><th scope="row">{month.month}</th><td class="n">{wan(month.line_fen)}</td><td class="n">{count(month.headcount)}</td></tr>)}</tbody></table></div></details>
    </dialog>
  );
}
