import { X } from "lucide-react";
import type { ReactNode } from "react";
import { plural, t } from "@/shared/i18n/text";
import { IconButton } from "./button";

interface SelectionBarProps {
  count: number;
  onClear: () => void;
  /** What can be done with them. */
  children: ReactNode;
}

/** Floats over a grid while pictures are selected. */
export function SelectionBar({ count, onClear, children }: SelectionBarProps) {
  return (
    <div
      role="toolbar"
      aria-label={t("library.selection")}
      className="absolute bottom-4 left-4 z-10 flex w-fit max-w-[calc(100%-2rem)] animate-slide flex-wrap items-center gap-1 rounded-lg border border-line bg-raised p-1.5 pl-4 shadow-high sm:left-6"
    >
      <span className="mr-2 font-medium tabular-nums" aria-live="polite">
        {plural("library.selected", count)}
      </span>
      {children}
      <IconButton label={t("library.clearSelection")} onClick={onClear}>
        <X size={16} />
      </IconButton>
    </div>
  );
}
