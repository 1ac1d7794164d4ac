import { t } from "@/shared/i18n/text";

/** What the colours of a heatmap mean: the same in every picture of a version. */
export function HeatLegend() {
  return (
    <figure aria-label={t("heat.legend")} className="w-full text-xs text-ink-soft">
      <div aria-hidden className="heat-scale h-2 rounded-full" />
      <figcaption className="mt-1 flex justify-between tabular-nums">
        <span>{t("heat.low")}</span>
        <span>{t("heat.limit")}</span>
        <span>{t("heat.high")}</span>
      </figcaption>
    </figure>
  );
}
