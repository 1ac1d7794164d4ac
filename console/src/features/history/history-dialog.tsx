import type { ReactNode } from "react";
import type { HistoryItem, Inspected } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { InspectionView } from "@/shared/inspection/inspection-view";
import { formatDate } from "@/shared/lib/format";
import { CopyButton } from "@/shared/ui/copy-button";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { useHistoryItem } from "./get-history";

interface HistoryDialogProps {
  project: string;
  sequence: number;
  teach: (item: Inspected) => ReactNode;
  onClose: () => void;
}

/** One verdict of the past, with all that proves it. */
export function HistoryDialog({ project, sequence, teach, onClose }: HistoryDialogProps) {
  const item = useHistoryItem(project, sequence);
  return (
    <Dialog
      open
      width="whole"
      onOpenChange={onClose}
      title={item.data?.filename ?? t("history.one", { sequence })}
      {...(item.data ? { description: whenOf(item.data) } : {})}
    >
      {item.isPending && <SkeletonRows rows={6} />}
      {item.isError && <ErrorNote error={item.error} onRetry={() => void item.refetch()} />}
      {item.data && (
        <InspectionView item={item.data} teach={teach(item.data)}>
          <Proof item={item.data} />
        </InspectionView>
      )}
    </Dialog>
  );
}

const whenOf = ({ at, operator, sequence }: HistoryItem) =>
  t("history.when", { date: formatDate(at), by: operator.name, sequence });

function Proof({ item }: { item: HistoryItem }) {
  const hashes: [string, string][] = [
    [t("history.pictureHash"), item.picture_sha256],
    [t("history.hash"), item.hash],
    [t("history.previousHash"), item.previous_hash],
  ];
  return (
    <details className="text-sm">
      <summary className="w-fit font-semibold">{t("history.proof")}</summary>
      <dl className="mt-2 grid grid-cols-[auto_1fr] items-center gap-x-4">
        {hashes.map(([name, hash]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="flex min-w-0 items-center justify-end gap-1">
              <span className="truncate font-mono text-xs">{hash}</span>
              <CopyButton text={hash} label={t("copy", { what: name })} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
