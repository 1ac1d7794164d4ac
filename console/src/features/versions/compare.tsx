import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { Version } from "@/shared/api/inspection";
import { isMessage, plural, t } from "@/shared/i18n/text";
import { formatOdds, formatScore, formatShare } from "@/shared/inspection/numbers";
import { formatDate } from "@/shared/lib/format";
import { IconButton } from "@/shared/ui/button";
import { Card } from "@/shared/ui/page";
import { Scrollable } from "@/shared/ui/scrollable";
import { ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { useComparison } from "./versions";

interface CompareProps {
  project: string;
  a: string;
  b: string;
  onClose: () => void;
}

/** Two versions side by side: what they promise and find, and in what they differ. */
export function Compare({ project, a, b, onClose }: CompareProps) {
  const comparison = useComparison(project, a, b);
  return (
    <section aria-label={t("compare.title")}>
      <div className="mb-2 flex items-center justify-between">
        <h2 className="text-lg font-semibold">{t("compare.title")}</h2>
        <IconButton label={t("close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </div>
      {comparison.isError && <ErrorNote error={comparison.error} onRetry={() => void comparison.refetch()} />}
      <Card>
        {comparison.isPending && <SkeletonRows rows={6} />}
        {comparison.data && (
          <>
            <Scrollable label={t("compare.title")} className="overflow-x-auto">
              <table className="w-full min-w-96 text-left tabular-nums">
                <thead>
                  <tr className="border-b border-line">
                    <td className="px-4 py-2.5" />
                    <Head version={comparison.data.a} />
                    <Head version={comparison.data.b} />
                  </tr>
                </thead>
                <tbody className="divide-y divide-line">
                  {factsOf(comparison.data.a).map(([name, value], index) => (
                    <Row key={name} name={name} a={value} b={factsOf(comparison.data.b)[index]?.[1]} />
                  ))}
                  {comparison.data.differences.map(({ field, a: left, b: right }) => (
                    <Row key={field} name={nameOf(field)} a={left} b={right} />
                  ))}
                </tbody>
              </table>
            </Scrollable>
            <p className="border-t border-line px-4 py-3 text-sm text-ink-soft">
              {t("compare.images", {
                added: plural("compare.added", comparison.data.images_added),
                removed: plural("compare.removed", comparison.data.images_removed),
              })}
            </p>
          </>
        )}
      </Card>
    </section>
  );
}

function factsOf(version: Version): [string, string][] {
  const { promise, threshold, metrics, blind_spots: spots } = version;
  return [
    [t("compare.made"), formatDate(version.created_at)],
    [t("compare.promise"), formatOdds(promise.fail.rate)],
    [t("compare.limit"), formatShare(promise.fail.upper_limit)],
    [t("score.fail"), formatScore(threshold.fail)],
    [
      t("compare.found"),
      metrics && metrics.defects > 0
        ? t("compare.of", { found: metrics.detected, all: metrics.defects })
        : t("compare.unknown"),
    ],
    [
      t("compare.smallest"),
      spots?.overall.size == null ? t("compare.unknown") : formatShare(spots.overall.size),
    ],
  ];
}

function nameOf(field: string): string {
  const key = `report.setting.${field}`;
  return isMessage(key) ? t(key) : field.replaceAll("_", " ").replaceAll(".", ", ");
}

function Head({ version }: { version: Version }) {
  return (
    <th scope="col" className="px-4 py-2.5 text-lg font-semibold">
      {version.label}
    </th>
  );
}

function Row({ name, a, b }: { name: string; a: ReactNode; b: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="px-4 py-2.5 text-sm font-normal text-ink-soft">
        {name}
      </th>
      <td className="px-4 py-2.5">{a}</td>
      <td className={a === b ? "px-4 py-2.5" : "bg-accent-soft px-4 py-2.5 text-on-accent-soft"}>{b}</td>
    </tr>
  );
}
