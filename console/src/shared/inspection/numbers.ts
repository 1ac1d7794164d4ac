import { t } from "@/shared/i18n/text";

const shares = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
const scores = new Intl.NumberFormat("en", { minimumSignificantDigits: 4, maximumSignificantDigits: 4 });
const multiples = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A score as people compare it; the server's own number has all digits. */
export const formatScore = (score: number) => scores.format(score);

/** An area under a curve, from 0 to 1. */
export const formatMetric = (value: number) => value.toFixed(3);

/** 0.072 as "7.2 %". */
export const formatShare = (share: number) => `${shares.format(share * 100)} %`;

/** 1.43 as "1.43 ×". */
export const formatMultiple = (ratio: number) => t("inspection.times", { ratio: multiples.format(ratio) });

/** 0.01 as "1 in 100", 0.03 as "3 in 100", 0.0125 as "1 in 80". */
export function formatOdds(rate: number): string {
  if (rate <= 0) return t("promise.none");
  const inverse = 1 / rate;
  if (Math.abs(inverse - Math.round(inverse)) < 0.01) {
    return t("promise.odds", { count: 1, of: Math.round(inverse) });
  }
  const of = rate >= 0.01 ? 100 : 10_000;
  return t("promise.odds", { count: Math.round(rate * of), of });
}
