import { CircleCheck, CircleX, Trash2, X } from "lucide-react";
import { plural, t } from "@/shared/i18n/text";
import { Button, IconButton } from "@/shared/ui/button";

interface PartBarProps {
  count: number;
  onGood: () => void;
  onDefect: () => void;
  onRemove: () => void;
  onClear: () => void;
}

/** What can be done with the selected parts. */
export function PartBar({ count, onGood, onDefect, onRemove, onClear }: PartBarProps) {
  return (
    <div
      role="toolbar"
      aria-label={t("library.selection")}
      className="absolute bottom-4 left-4 z-10 flex w-fit max-w-[calc(100%-2rem)] animate-slide flex-wrap items-center gap-1 rounded-lg border border-line bg-raised p-1.5 pl-4 shadow-high sm:left-6"
    >
      <span className="mr-2 font-medium tabular-nums" aria-live="polite">
        {plural("library.selected", count)}
      </span>
      <Button look="quiet" icon={<CircleCheck size={16} />} onClick={onGood}>
        {t("parts.isGood")}
      </Button>
      <Button look="quiet" icon={<CircleX size={16} />} onClick={onDefect}>
        {t("parts.isDefect")}
      </Button>
      <Button look="quiet" icon={<Trash2 size={16} />} onClick={onRemove}>
        {t("parts.remove")}
      </Button>
      <IconButton label={t("library.clearSelection")} onClick={onClear}>
        <X size={16} />
      </IconButton>
    </div>
  );
}
