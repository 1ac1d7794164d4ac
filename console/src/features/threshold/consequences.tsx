import type { Bands, HistoryItem, Promises, ThresholdPreview, Verdict } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { FlipList } from "@/shared/inspection/flip-list";
import { PromiseText } from "@/shared/inspection/promise";
import { VerdictBadge } from "@/shared/inspection/verdict";
import { VERDICTS } from "@/shared/inspection/verdicts";
import { Card } from "@/shared/ui/page";

interface ConsequencesProps {
  preview: ThresholdPreview;
  promise: Promises;
  /** As it is now. */
  now: { held_out: Bands; defects: Bands };
}

/** What a threshold means: its promise, who falls into which band, and which verdicts would have been others. */
export function Consequences({ preview, promise, now }: ConsequencesProps) {
  const { bands, flips } = preview;
  const more = bands.held_out.warn + bands.held_out.fail - now.held_out.warn - now.held_out.fail;
  const escapes = bands.defects.pass - now.defects.pass;
  return (
    <div className="flex flex-col gap-4" aria-live="polite">
      <Card className="flex flex-col gap-3 p-5">
        <PromiseText promise={promise} />
        {(more !== 0 || escapes !== 0) && (
          <p className={escapes > 0 ? "font-medium text-bad" : "font-medium"}>
            {t("threshold.cost", { looks: signed(more), escapes: signed(escapes) })}
          </p>
        )}
      </Card>
      <div className="grid gap-4 md:grid-cols-2">
        <BandCard title={t("threshold.goodBands")} bands={bands.held_out} />
        <BandCard title={t("threshold.defectBands")} bands={bands.defects} />
      </div>
      <Card className="flex flex-col gap-3 p-5">
        <h3 className="font-semibold">
          {flips.counts.to_pass + flips.counts.to_warn + flips.counts.to_fail === 0
            ? plural("threshold.noFlips", flips.examined)
            : t("threshold.flips", {
                count: flips.counts.to_pass + flips.counts.to_warn + flips.counts.to_fail,
                of: flips.examined,
              })}
        </h3>
        <Flips items={flips.to_pass} count={flips.counts.to_pass} after="PASS" />
        <Flips items={flips.to_warn} count={flips.counts.to_warn} after="WARN" />
        <Flips items={flips.to_fail} count={flips.counts.to_fail} after="FAIL" />
      </Card>
    </div>
  );
}

const signed = (difference: number) => (difference > 0 ? `+${String(difference)}` : String(difference));

function BandCard({ title, bands }: { title: string; bands: Bands }) {
  const counts: Record<Verdict, number> = { PASS: bands.pass, WARN: bands.warn, FAIL: bands.fail };
  return (
    <Card className="p-5">
      <h3 className="mb-3 font-semibold">{title}</h3>
      <dl className="grid grid-cols-3 gap-2">
        {VERDICTS.map((verdict) => (
          <div key={verdict}>
            <dt>
              <VerdictBadge verdict={verdict} />
            </dt>
            <dd className="mt-1 text-2xl font-semibold tabular-nums">{counts[verdict]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Flips({ items, count, after }: { items: readonly HistoryItem[]; count: number; after: Verdict }) {
  if (count === 0) return null;
  const label = t("threshold.becomes", { count, verdict: t(`verdict.${after}`) });
  return (
    <div>
      <p className={after === "PASS" ? "mb-1.5 text-sm font-medium text-bad" : "mb-1.5 text-sm font-medium"}>
        {label}
      </p>
      <FlipList label={label} flips={items.map((item) => ({ item, after }))} />
    </div>
  );
}
