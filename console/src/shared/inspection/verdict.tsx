import { CircleAlert, CircleCheck, CircleX, type LucideIcon } from "lucide-react";
import type { Verdict } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";

/** A verdict's sign and colours: never the colour alone. */
const LOOKS: Record<Verdict, { icon: LucideIcon; solid: string; soft: string }> = {
  PASS: { icon: CircleCheck, solid: "bg-pass text-on-pass", soft: "bg-good-soft text-good" },
  WARN: { icon: CircleAlert, solid: "bg-warning text-on-warning", soft: "bg-warn-soft text-warn" },
  FAIL: { icon: CircleX, solid: "bg-fail text-on-fail", soft: "bg-bad-soft text-bad" },
};

export function VerdictBadge({ verdict, className }: { verdict: Verdict; className?: string }) {
  const { icon: Icon, soft } = LOOKS[verdict];
  return (
    <span
      className={classNames(
        "inline-flex h-6 items-center gap-1 rounded-full px-2 text-xs font-bold tracking-wide",
        soft,
        className,
      )}
    >
      <Icon size={13} aria-hidden />
      {t(`verdict.${verdict}`)}
    </span>
  );
}

/** The same, in full colour on a small picture. */
export function VerdictCorner({ verdict }: { verdict: Verdict }) {
  return (
    <span
      className={classNames(
        "absolute inset-x-0 bottom-0 text-center text-xs leading-5 font-bold tracking-wide",
        LOOKS[verdict].solid,
      )}
    >
      {t(`verdict.${verdict}`)}
    </span>
  );
}

/** The verdict for the whole room: read from two metres, by word, sign and colour. */
export function VerdictBanner({ verdict, text }: { verdict: Verdict; text: string }) {
  const { icon: Icon, solid } = LOOKS[verdict];
  return (
    <div
      role="status"
      data-testid="verdict"
      className={classNames("flex items-center gap-4 rounded-lg px-5 py-3", solid)}
    >
      <Icon size={56} strokeWidth={2.2} aria-hidden className="shrink-0" />
      <div className="min-w-0">
        <p className="text-6xl leading-none font-extrabold tracking-tight">{t(`verdict.${verdict}`)}</p>
        <p className="mt-1.5 font-medium">{text}</p>
      </div>
    </div>
  );
}
