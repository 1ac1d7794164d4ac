import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { HistoryItem } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { formatMultiple } from "@/shared/inspection/numbers";
import { VerdictBadge } from "@/shared/inspection/verdict";
import { formatAgo, formatDate } from "@/shared/lib/format";

const ROW = 64;

interface HistoryListProps {
  items: readonly HistoryItem[];
  onOpen: (sequence: number) => void;
  onEndNear: () => void;
}

/** Any number of verdicts, of which those in view are drawn. */
export function HistoryList({ items, onOpen, onEndNear }: HistoryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing that it gives is passed on
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const visible = virtual.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 10) onEndNear();
  }, [last, items.length, onEndNear]);

  return (
    <div ref={scroller} className="h-full overflow-y-auto" data-testid="history">
      <ul
        aria-label={t("project.tab.history")}
        className="relative"
        style={{ height: virtual.getTotalSize() }}
      >
        {visible.map((row) => {
          const item = items[row.index];
          return (
            item && (
              <li
                key={item.sequence}
                aria-setsize={-1}
                aria-posinset={row.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ height: ROW, transform: `translateY(${String(row.start)}px)` }}
              >
                <Row item={item} onOpen={onOpen} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function Row({ item, onOpen }: { item: HistoryItem; onOpen: (sequence: number) => void }) {
  return (
    <button
      type="button"
      onClick={() => {
        onOpen(item.sequence);
      }}
      className="grid h-full w-full grid-cols-[3rem_5rem_minmax(0,1fr)_auto] items-center gap-3 border-b border-line px-4 text-left -outline-offset-2 hover:bg-hover sm:px-6 md:grid-cols-[3rem_5rem_minmax(0,2fr)_6rem_6rem_minmax(0,1fr)_9rem]"
    >
      <img
        src={item.preview_url}
        alt=""
        loading="lazy"
        className="size-12 rounded-sm bg-sunken object-cover"
      />
      <VerdictBadge verdict={item.verdict} className="w-fit" />
      <span className="truncate font-medium">{item.filename}</span>
      <span className="text-ink-soft tabular-nums max-md:hidden">
        {item.score_ratio != null && formatMultiple(item.score_ratio)}
      </span>
      <span className="text-ink-soft tabular-nums max-md:hidden">
        {t("history.versionShort", { label: item.model_version })}
      </span>
      <span className="truncate text-ink-soft max-md:hidden">{item.operator.name}</span>
      <time
        dateTime={item.at}
        title={formatDate(item.at)}
        className="text-right text-sm text-ink-soft tabular-nums"
      >
        {formatAgo(item.at)}
      </time>
    </button>
  );
}
