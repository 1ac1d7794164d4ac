import { ArrowRight } from "lucide-react";
import type { HistoryItem, Verdict } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { formatAgo } from "@/shared/lib/format";
import { Scrollable } from "@/shared/ui/scrollable";
import { VerdictBadge } from "./verdict";

interface FlipListProps {
  label: string;
  flips: readonly { item: HistoryItem; after: Verdict }[];
}

/** Stored verdicts that would be others: what each was, and what it would be. */
export function FlipList({ label, flips }: FlipListProps) {
  if (flips.length === 0) return null;
  return (
    <Scrollable label={label} className="max-h-72 overflow-y-auto rounded-md border border-line">
      <ul className="divide-y divide-line">
        {flips.map(({ item, after }) => (
          <li key={item.sequence} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-2">
            <img
              src={item.preview_url}
              alt=""
              loading="lazy"
              className="size-10 shrink-0 rounded-sm bg-sunken object-cover"
            />
            <span className="min-w-0 grow basis-40">
              <span className="block truncate text-sm">{item.filename}</span>
              <span className="block text-xs text-ink-soft">{formatAgo(item.at)}</span>
            </span>
            <VerdictBadge verdict={item.verdict} />
            <ArrowRight
              size={15}
              role="img"
              aria-label={t("teach.becomes")}
              className="shrink-0 text-ink-soft"
            />
            <VerdictBadge verdict={after} />
          </li>
        ))}
      </ul>
    </Scrollable>
  );
}
