import { Link } from "@tanstack/react-router";
import { ImagePlus, ScanSearch, ShieldCheck, Tags, type LucideIcon } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { t, type MessageKey } from "@/shared/i18n/text";
import { Button, buttonClass } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";

const KEY = "loupe.tour";
interface Card {
  icon: LucideIcon;
  title: MessageKey;
  text: MessageKey;
  /** The room that it is about, where it can be entered at once. */
  to?: "/projects";
}

const CARDS: readonly Card[] = [
  { icon: ImagePlus, title: "tour.bring", text: "tour.bringText" },
  { icon: ScanSearch, title: "tour.search", text: "tour.searchText" },
  { icon: Tags, title: "tour.order", text: "tour.orderText" },
  { icon: ShieldCheck, title: "tour.inspect", text: "tour.inspectText", to: "/projects" },
];

const listeners = new Set<() => void>();

function remember(seen: boolean): void {
  if (seen) localStorage.setItem(KEY, "seen");
  else localStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

export function showTour(): void {
  remember(false);
}

function useTourIsDue(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(KEY) === null,
  );
}

/** Four cards for those who are here for the first time, in this browser. */
export function Tour() {
  const due = useTourIsDue();
  const [step, setStep] = useState(0);
  const card = CARDS[step];
  if (!due || card === undefined) return null;
  const Icon = card.icon;
  const last = step === CARDS.length - 1;

  function end() {
    setStep(0);
    remember(true);
  }

  return (
    <Dialog open onOpenChange={end} title={t(card.title)} description={t(card.text)}>
      <div className="grid h-36 place-items-center rounded-lg bg-accent-soft text-on-accent-soft">
        <Icon size={56} strokeWidth={1.3} aria-hidden />
      </div>
      <div className="mt-5 flex items-center justify-between">
        <span className="text-sm text-ink-soft tabular-nums" aria-live="polite">
          {t("tour.step", { step: step + 1, steps: CARDS.length })}
        </span>
        <div className="flex gap-2">
          {!last && (
            <Button look="quiet" onClick={end}>
              {t("tour.skip")}
            </Button>
          )}
          {card.to !== undefined && (
            <Link to={card.to} className={buttonClass("plain")} onClick={end}>
              {t("tour.inspectNow")}
            </Link>
          )}
          <Button
            look="primary"
            onClick={
              last
                ? end
                : () => {
                    setStep(step + 1);
                  }
            }
          >
            {last ? t("tour.begin") : t("tour.next")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
