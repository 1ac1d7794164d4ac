import { RotateCcw, ScanSearch, Tag, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/shared/api/me";
import { plural, t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Confirm } from "@/shared/ui/confirm";
import { SelectionBar } from "@/shared/ui/selection-bar";

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
    <SelectionBar count={count} onClear={onClear}>
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
    </SelectionBar>
  );
}
