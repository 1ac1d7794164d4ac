import { ArrowRight, TriangleAlert } from "lucide-react";
import type { CorrectionPreview, Verdict } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { FlipList } from "@/shared/inspection/flip-list";
import { formatScore } from "@/shared/inspection/numbers";
import { VerdictBadge } from "@/shared/inspection/verdict";

/** What a correction would change: known defects that would pass come first, then this part, then the others. */
export function Consequences({ preview }: { preview: CorrectionPreview }) {
  return (
    <div className="flex flex-col gap-4" data-testid="consequences">
      {preview.escapes.length > 0 && <Escapes escapes={preview.escapes} />}
      <div className="grid gap-2 rounded-md bg-sunken px-4 py-3 sm:grid-cols-2">
        <Change
          name={t("teach.thisPart")}
          before={<Judged verdict={preview.verdict_before} score={preview.score_before} />}
          after={<Judged verdict={preview.verdict_after} score={preview.score_after} />}
        />
        <Change
          name={t("score.fail")}
          before={formatScore(preview.threshold_before)}
          after={formatScore(preview.threshold_after)}
        />
      </div>
      <section>
        <h3 className="font-semibold">
          {preview.flips.length === 0 ? t("teach.noFlips") : plural("teach.flips", preview.flips.length)}
        </h3>
        <p className="mb-2 text-sm text-ink-soft">
          {t("teach.examined", { examined: preview.examined, of: preview.of })}
        </p>
        <FlipList
          flips={preview.flips.map((item) => ({ item, after: item.verdict_after }))}
          label={t("teach.flipsLabel")}
        />
      </section>
    </div>
  );
}

function Judged({ verdict, score }: { verdict: Verdict; score: number }) {
  return (
    <>
      <VerdictBadge verdict={verdict} />
      <span className="tabular-nums">{formatScore(score)}</span>
    </>
  );
}

function Change(props: { name: string; before: React.ReactNode; after: React.ReactNode }) {
  return (
    <div>
      <p className="text-xs text-ink-soft">{props.name}</p>
      <p className="mt-0.5 flex flex-wrap items-center gap-2 font-medium tabular-nums">
        {props.before}
        <ArrowRight size={15} role="img" aria-label={t("teach.becomes")} className="text-ink-soft" />
        {props.after}
      </p>
    </div>
  );
}

function Escapes({ escapes }: Pick<CorrectionPreview, "escapes">) {
  return (
    <div role="alert" className="rounded-md border border-bad/50 bg-bad-soft px-4 py-3">
      <h3 className="flex items-center gap-2 font-semibold text-bad">
        <TriangleAlert size={18} aria-hidden />
        {plural("teach.escapes", escapes.length)}
      </h3>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {escapes.map((defect) => (
          <li key={defect.image_id} className="flex justify-between gap-3 tabular-nums">
            <span className="truncate">{defect.name}</span>
            <span className="shrink-0">
              {t("teach.scores", {
                before: formatScore(defect.score_before),
                after: formatScore(defect.score_after),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
