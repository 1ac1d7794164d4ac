import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useRef, useState, useSyncExternalStore } from "react";
import { plural, t } from "@/shared/i18n/text";
import { Button, IconButton } from "@/shared/ui/button";
import type { SendLook } from "./send-look";
import type { SendQueue, Sent, SendState } from "./send-queue";
import { SendRow } from "./send-row";

const ROW = 52;

interface SendTrayProps<Answer> {
  queue: SendQueue<Answer>;
  lookOf: (sent: Sent<Answer>) => SendLook;
  /** Of those that arrived, how many were there already. */
  duplicate: (answer: Answer) => boolean;
}

/** How the files of a queue get on, at the page's edge. */
export function SendTray<Answer>({ queue, lookOf, duplicate }: SendTrayProps<Answer>) {
  const list = useSyncExternalStore(queue.subscribe, queue.list);
  const [open, setOpen] = useState(true);
  if (list.length === 0) return null;

  const count = (...states: SendState[]) => list.filter((sent) => states.includes(sent.state)).length;
  const duplicates = list.filter((sent) => sent.answer !== undefined && duplicate(sent.answer)).length;
  const going = count("waiting", "sending");
  const over = list.length - going;
  const title =
    going > 0 ? t("upload.going", { over, all: list.length }) : plural("upload.over", list.length);

  return (
    <section
      aria-label={t("upload.title")}
      className="fixed right-4 bottom-20 z-20 w-[min(22rem,calc(100vw-2rem))] animate-slide overflow-hidden rounded-lg border border-line bg-raised shadow-high md:bottom-4"
    >
      <header className="flex items-center gap-1 py-1.5 pr-1.5 pl-4">
        <h2 className="grow font-medium tabular-nums" role="status">
          {title}
        </h2>
        {going > 0 && (
          <Button
            look="quiet"
            className="px-2.5! text-sm"
            onClick={() => {
              queue.cancelAll();
            }}
          >
            {t("upload.cancelAll")}
          </Button>
        )}
        <IconButton
          label={open ? t("upload.fold") : t("upload.unfold")}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
        </IconButton>
        {going === 0 && (
          <IconButton
            label={t("close")}
            onClick={() => {
              queue.clear();
            }}
          >
            <X size={16} />
          </IconButton>
        )}
      </header>
      <progress className="sr-only" aria-label={t("upload.title")} max={list.length} value={over} />
      <div className="h-0.5 bg-sunken">
        <div
          className="h-full bg-accent transition-all"
          style={{ width: `${String((over / list.length) * 100)}%` }}
        />
      </div>
      {open && <Rows list={list} queue={queue} lookOf={lookOf} />}
      {open && (
        <Summary
          stored={count("arrived") - duplicates}
          duplicates={duplicates}
          failed={count("failed")}
          onRetry={() => {
            queue.retryFailed();
          }}
        />
      )}
    </section>
  );
}

interface RowsProps<Answer> {
  list: readonly Sent<Answer>[];
  queue: SendQueue<Answer>;
  lookOf: (sent: Sent<Answer>) => SendLook;
}

function Rows<Answer>({ list, queue, lookOf }: RowsProps<Answer>) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing that it gives is passed on
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 4,
  });
  return (
    <div
      ref={scroller}
      className="max-h-64 overflow-y-auto"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
      tabIndex={0}
      role="group"
      aria-label={t("upload.title")}
    >
      <div className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => {
          const sent = list[row.index];
          return (
            sent && (
              <div
                key={sent.id}
                className="absolute inset-x-0 top-0"
                style={{ height: ROW, transform: `translateY(${String(row.start)}px)` }}
              >
                <SendRow sent={sent} look={lookOf(sent)} queue={queue} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

interface SummaryProps {
  stored: number;
  duplicates: number;
  failed: number;
  onRetry: () => void;
}

function Summary({ stored, duplicates, failed, onRetry }: SummaryProps) {
  const parts = [
    stored > 0 && plural("upload.sum.stored", stored),
    duplicates > 0 && plural("upload.sum.duplicates", duplicates),
    failed > 0 && plural("upload.sum.failed", failed),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return (
    <footer className="flex min-h-10 items-center justify-between gap-2 border-t border-line py-1 pr-2 pl-4 text-sm text-ink-soft">
      <p>{parts.join(", ")}</p>
      {failed > 0 && (
        <Button look="quiet" className="h-8! px-2.5!" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </footer>
  );
}
