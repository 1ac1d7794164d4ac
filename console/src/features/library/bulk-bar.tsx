import { RotateCcw, ScanSearch, Tag, Trash2, X } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/shared/api/me";
import { plural, t } from "@/shared/i18n/text";
import { Button, IconButton } from "@/shared/ui/button";
import { Confirm } from "@/shared/ui/confirm";

interface BulkBarProps {
  count: number;
  trash: boolean;
  onTag: () => void;
  onTrash: () => void;
  onRestore: () => void;
  onPurge: () => void;
  onSearch: () => void;
  onClear: () => void;
}

/** What can be done with the selected pictures. */
export function BulkBar({
  count,
  trash,
  onTag,
  onTrash,
  onRestore,
  onPurge,
  onSearch,
  onClear,
}: BulkBarProps) {
  const operator = useMay("operator");
  const engineer = useMay("engineer");
  const [asking, setAsking] = useState(false);
  return (
    <div
      role="toolbar"
      aria-label={t("library.selection")}
      className="absolute bottom-4 left-4 z-10 flex w-fit max-w-[calc(100%-2rem)] sm:left-6 animate-slide flex-wrap items-center gap-1 rounded-lg border border-line bg-raised p-1.5 pl-4 shadow-high"
    >
      <span className="mr-2 font-medium tabular-nums" aria-live="polite">
        {plural("library.selected", count)}
      </span>
      {!trash && (
        <Button look="quiet" icon={<ScanSearch size={16} />} onClick={onSearch}>
          {t("library.moreLike")}
        </Button>
      )}
      {!trash && operator && (
        <>
          <Button look="quiet" icon={<Tag size={16} />} onClick={onTag}>
            {t("library.tagAction")}
          </Button>
          <Button look="quiet" icon={<Trash2 size={16} />} onClick={onTrash}>
            {t("library.trash")}
          </Button>
        </>
      )}
      {trash && operator && (
        <Button look="quiet" icon={<RotateCcw size={16} />} onClick={onRestore}>
          {t("library.restore")}
        </Button>
      )}
      {trash && engineer && (
        <Button
          look="quiet"
          className="text-bad"
          icon={<Trash2 size={16} />}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t("library.purge")}
        </Button>
      )}
      <IconButton label={t("library.clearSelection")} onClick={onClear}>
        <X size={16} />
      </IconButton>
      <Confirm
        open={asking}
        title={plural("library.purgeTitle", count)}
        consequence={t("library.purgeText")}
        action={t("library.purge")}
        onConfirm={onPurge}
        onClose={() => {
          setAsking(false);
        }}
      />
    </div>
  );
}
