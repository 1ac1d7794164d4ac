import { isMessage, t } from "@/shared/i18n/text";
import { formatBytes } from "@/shared/lib/format";
import { formatMetric, formatOdds, formatScore, formatShare } from "./numbers";

/** What a setting or a fact of a version is called. */
export function settingName(field: string): string {
  const key = `report.setting.${field}`;
  return isMessage(key) ? t(key) : field.replaceAll("_", " ").replaceAll(".", ", ");
}

const FORMATS: Record<string, (value: number) => string> = {
  max_false_reject: formatOdds,
  "promise.fail.rate": formatOdds,
  "promise.fail.upper_limit": formatShare,
  "threshold.warn": formatScore,
  "threshold.fail": formatScore,
  "metrics.image_auroc": formatMetric,
  "metrics.pixel_auroc": formatMetric,
  "blind_spots.size": formatShare,
  bytes: formatBytes,
};

/** Its value, as people read it; the differences of versions come as texts. */
export function settingValue(field: string, value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return t("report.unknown");
  if (value === true || value === "true") return t("report.yes");
  if (value === false || value === "false") return t("report.no");
  return FORMATS[field]?.(Number(value)) ?? String(value);
}
