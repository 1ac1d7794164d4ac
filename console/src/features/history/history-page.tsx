import { Download, History, SearchX, ShieldCheck } from "lucide-react";
import { useCallback, type ReactNode } from "react";
import type { Inspected } from "@/shared/api/inspection";
import { useProject } from "@/shared/api/projects";
import { t } from "@/shared/i18n/text";
import { useFetchMore } from "@/shared/lib/use-fetch-more";
import { Button } from "@/shared/ui/button";
import { Menu, MenuItem } from "@/shared/ui/menu";
import { EmptyState, ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { toastProblem } from "@/shared/ui/toast";
import { exportHistory, useHistory, useVerify, type ExportFormat } from "./get-history";
import { HistoryDialog } from "./history-dialog";
import { HistoryFilters } from "./history-filters";
import { HistoryList } from "./history-list";
import { isFiltered, type HistoryView } from "./history-view";
import { VerifyNote } from "./verify-note";

interface HistoryPageProps {
  project: string;
  view: HistoryView;
  onView: (change: Partial<HistoryView>) => void;
  teach: (item: Inspected) => ReactNode;
}

/** Every verdict that was given, and the proof that none of them was changed. */
export function HistoryPage({ project: id, view, onView, teach }: HistoryPageProps) {
  const { pages, items } = useHistory(id, view);
  const verify = useVerify(id);
  const fetchMore = useFetchMore(pages);
  const open = useCallback(
    (sequence: number) => {
      onView({ sequence });
    },
    [onView],
  );

  return (
    <div className="flex h-full flex-col">
      <div className="flex flex-col gap-3 border-b border-line px-4 py-4 sm:px-6">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <HistoryFilters project={id} view={view} onView={onView} />
          <div className="flex gap-2">
            <Button
              icon={<ShieldCheck size={16} />}
              disabled={verify.isPending}
              onClick={() => {
                verify.mutate();
              }}
            >
              {verify.isPending ? t("verify.pending") : t("verify.action")}
            </Button>
            <Export id={id} view={view} />
          </div>
        </div>
        {verify.isError && <ErrorNote error={verify.error} />}
        {verify.data && <VerifyNote answer={verify.data} />}
      </div>
      <div className="min-h-0 grow">
        {pages.isError && (
          <div className="p-4 sm:p-6">
            <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
          </div>
        )}
        {pages.isPending && <SkeletonRows rows={8} />}
        {pages.isSuccess && items.length === 0 && <Nothing filtered={isFiltered(view)} />}
        {items.length > 0 && <HistoryList items={items} onOpen={open} onEndNear={fetchMore} />}
      </div>
      {view.sequence !== undefined && (
        <HistoryDialog
          project={id}
          sequence={view.sequence}
          teach={teach}
          onClose={() => {
            onView({ sequence: undefined });
          }}
        />
      )}
    </div>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState
      icon={<SearchX size={22} />}
      title={t("history.noneFound")}
      text={t("history.noneFoundText")}
    />
  ) : (
    <EmptyState icon={<History size={22} />} title={t("history.none")} text={t("history.noneText")} />
  );
}

function Export({ id, view }: { id: string; view: HistoryView }) {
  const name = useProject(id).data?.name ?? "loupe";
  const save = (format: ExportFormat) => {
    exportHistory(id, view, format, name).catch(toastProblem);
  };
  return (
    <Menu
      label={t("history.export")}
      trigger={<Button icon={<Download size={16} />}>{t("history.export")}</Button>}
    >
      <MenuItem
        onSelect={() => {
          save("csv");
        }}
      >
        {t("history.csv")}
      </MenuItem>
      <MenuItem
        onSelect={() => {
          save("jsonl");
        }}
      >
        {t("history.jsonl")}
      </MenuItem>
    </Menu>
  );
}
