import { Info } from "lucide-react";
import type { Found } from "@/shared/api/schemas";
import { isMessage, plural, t } from "@/shared/i18n/text";
import { formatNumber } from "@/shared/lib/format";
import { Badge } from "@/shared/ui/badge";

function nameOf(kind: "plan" | "stage", name: string): string {
  const key = `search.${kind}.${name}`;
  return isMessage(key) ? t(key) : name;
}

/** How the answer came about: by which way, among how many, and how long each stage took. */
export function Explanation({ found }: { found: Found }) {
  const { explain, mode } = found;
  if (mode === "lexical") {
    return (
      <p className="flex items-start gap-2 text-sm text-ink-soft">
        <Info size={15} aria-hidden className="mt-0.5 shrink-0" />
        {t("search.lexical")}
      </p>
    );
  }
  if (!explain) return null;
  const stages = Object.entries(explain.milliseconds);
  const total = stages.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  return (
    <details className="text-sm text-ink-soft">
      <summary className="flex flex-wrap items-center gap-2">
        <Badge tone="accent">{nameOf("plan", explain.plan)}</Badge>
        {plural("search.candidates", explain.candidates)}
        <span className="tabular-nums">{t("search.milliseconds", { time: formatNumber(total) })}</span>
      </summary>
      <dl className="mt-2 grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-0.5 tabular-nums">
        {stages.map(([stage, milliseconds]) => (
          <div key={stage} className="col-span-2 grid grid-cols-subgrid">
            <dt>{nameOf("stage", stage)}</dt>
            <dd className="text-right">{t("search.milliseconds", { time: formatNumber(milliseconds) })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
