import { CircleHelp, ShieldCheck } from "lucide-react";
import type { Promises, RatePromise } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { formatOdds, formatShare } from "./numbers";

/** What a threshold promises of good parts, in sentences; and how far so many pictures carry it. */
export function PromiseText({ promise }: { promise: Promises }) {
  return (
    <div className="flex gap-3">
      <ShieldCheck size={22} aria-hidden className="mt-0.5 shrink-0 text-good" />
      <div className="flex flex-col gap-1">
        <p className="text-lg font-medium">
          {t("promise.fail", { odds: formatOdds(promise.fail.rate) })}{" "}
          {t("promise.warn", { odds: formatOdds(promise.warn.rate) })}
        </p>
        <p className="text-ink-soft">{supportOf(promise.fail)}</p>
        {promise.fail.extrapolated && (
          <p className="flex gap-2 text-warn">
            <CircleHelp size={17} aria-hidden className="mt-0.5 shrink-0" />
            {t("promise.extrapolated", { odds: formatOdds(promise.fail.rate) })}
          </p>
        )}
      </div>
    </div>
  );
}

/** What the held-out good pictures prove by themselves. */
export function supportOf({ pictures, upper_limit: limit }: RatePromise): string {
  return plural("promise.support", pictures, { limit: formatShare(limit) });
}
