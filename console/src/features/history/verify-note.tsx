import { ShieldAlert, ShieldCheck } from "lucide-react";
import type { Verification } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { CopyButton } from "@/shared/ui/copy-button";

/** Whether the history is as it was written, in words; and the hash that somebody may have noted down. */
export function VerifyNote({ answer }: { answer: Verification }) {
  const problem = answer.first_problem;
  return (
    <div
      role="status"
      data-testid="verified"
      className={
        answer.valid
          ? "flex items-start gap-3 rounded-md border border-good/40 bg-good-soft px-4 py-3"
          : "flex items-start gap-3 rounded-md border border-bad/50 bg-bad-soft px-4 py-3"
      }
    >
      {answer.valid ? (
        <ShieldCheck size={20} aria-hidden className="mt-0.5 shrink-0 text-good" />
      ) : (
        <ShieldAlert size={20} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      )}
      <div className="min-w-0 grow">
        <p className="font-medium">
          {answer.valid ? plural("verify.valid", answer.rows) : t("verify.invalid")}
        </p>
        {problem && (
          <p>
            {t(`verify.${problem.problem}`, { sequence: problem.sequence })} {problem.detail}
          </p>
        )}
        {answer.head !== "" && (
          <p className="flex items-center gap-1 text-sm text-ink-soft">
            <span className="truncate">{t("verify.head", { hash: answer.head })}</span>
            <CopyButton text={answer.head} label={t("copy", { what: t("history.hash") })} />
          </p>
        )}
      </div>
    </div>
  );
}
