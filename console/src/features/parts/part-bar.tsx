import { CircleCheck, CircleX, Trash2 } from "lucide-react";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { SelectionBar } from "@/shared/ui/selection-bar";

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
    <SelectionBar count={count} onClear={onClear}>
      <Button look="quiet" icon={<CircleCheck size={16} />} onClick={onGood}>
        {t("parts.isGood")}
      </Button>
      <Button look="quiet" icon={<CircleX size={16} />} onClick={onDefect}>
        {t("parts.isDefect")}
      </Button>
      <Button look="quiet" icon={<Trash2 size={16} />} onClick={onRemove}>
        {t("parts.remove")}
      </Button>
    </SelectionBar>
  );
}
