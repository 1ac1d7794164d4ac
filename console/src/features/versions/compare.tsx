import { X } from "lucide-react";
import type { Comparison, Version } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { settingName, settingValue } from "@/shared/inspection/settings";
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
              <table className="w-full min-w-80 table-fixed text-left tabular-nums">
                <thead>
                  <tr className="border-b border-line">
                    <td className="px-4 py-2.5" />
                    <Head version={comparison.data.a} />
                    <Head version={comparison.data.b} />
                  </tr>
                </thead>
                <tbody className="divide-y divide-line">
                  {rowsOf(comparison.data).map((row) => (
                    <Row
                      key={row.field}
                      name={settingName(row.field)}
                      a={settingValue(row.field, row.a)}
                      b={settingValue(row.field, row.b)}
                    />
                  ))}
                </tbody>
              </table>
            </Scrollable>
            <p className="border-t border-line px-4 py-3 text-sm text-ink-soft">
              {picturesOf(comparison.data)}
            </p>
          </>
        )}
      </Card>
    </section>
  );
}

/** An uploaded file does not say which pictures it was made from. */
function picturesOf({ a, b, images_added: added, images_removed: removed }: Comparison): string {
  if (a.change === "upload" || b.change === "upload") return t("compare.unknown");
  return t("compare.images", {
    added: plural("compare.added", added),
    removed: plural("compare.removed", removed),
  });
}

/** Looked at in any case, also where both are alike. */
function factsOf({
  promise,
  threshold,
  metrics,
  blind_spots: spots,
}: Version): [string, number | undefined][] {
  return [
    ["promise.fail.rate", promise.fail.rate],
    ["promise.fail.upper_limit", promise.fail.upper_limit],
    ["threshold.fail", threshold.fail],
    ["metrics.defects", metrics?.defects],
    ["metrics.detected", metrics?.detected],
    ["blind_spots.size", spots?.overall.size],
  ];
}

type Value = string | number | undefined;

/** Those facts of both, and whatever else differs. */
function rowsOf({ a, b, differences }: Comparison): { field: string; a: Value; b: Value }[] {
  const other = new Map(factsOf(b));
  const facts = factsOf(a).map(([field, value]) => ({ field, a: value, b: other.get(field) }));
  const shown = new Set(facts.map(({ field }) => field));
  return [
    ...facts,
    ...differences
      .filter(({ field }) => !shown.has(field))
      .map(({ field, a: left, b: right }) => ({ field, a: left, b: right })),
  ];
}

function Head({ version }: { version: Version }) {
  return (
    <th scope="col" className="px-4 py-2.5 text-lg font-semibold">
      {version.label}
      <span className="block text-xs font-normal text-ink-soft">{formatDate(version.created_at)}</span>
    </th>
  );
}

function Row({ name, a, b }: { name: string; a: string; b: string }) {
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
