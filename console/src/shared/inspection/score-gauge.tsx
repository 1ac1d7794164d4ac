import type { Inspected } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { formatScore } from "./numbers";

/** A score between what passes and what fails, as a line with its three bands. */
export function ScoreGauge({ item }: { item: Inspected }) {
  const { score, threshold: fail, warn_threshold: warn } = item;
  const most = Math.max(fail * 1.6, score * 1.08);
  const percent = (value: number) => `${String((Math.max(0, Math.min(most, value)) / most) * 100)}%`;
  return (
    <div>
      <div
        role="img"
        aria-label={t("score.sentence", {
          score: formatScore(score),
          warn: formatScore(warn),
          fail: formatScore(fail),
        })}
        className="relative h-3 overflow-hidden rounded-full bg-fail"
      >
        <div className="absolute inset-y-0 left-0 bg-warning" style={{ width: percent(fail) }} />
        <div className="absolute inset-y-0 left-0 bg-pass" style={{ width: percent(warn) }} />
      </div>
      <div aria-hidden className="relative h-4">
        <div
          className="absolute -top-3.5 h-4.5 w-1.5 -translate-x-1/2 rounded-full bg-ink ring-2 ring-surface"
          style={{ left: percent(score) }}
        />
      </div>
      <dl className="grid grid-cols-3 gap-2 text-sm tabular-nums">
        <Value name={t("score.score")} value={score} />
        <Value name={t("score.warn")} value={warn} />
        <Value name={t("score.fail")} value={fail} />
      </dl>
    </div>
  );
}

function Value({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className="font-medium" title={String(value)}>
        {formatScore(value)}
      </dd>
    </div>
  );
}
