import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";
import { IconButton } from "./button";

const WIDTHS = {
  narrow: "top-[12vh] max-h-[80vh] max-w-md",
  wide: "top-[8vh] max-h-[84vh] max-w-2xl",
  whole: "top-[3vh] max-h-[94vh] max-w-7xl",
};

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  width?: keyof typeof WIDTHS;
  children: ReactNode;
}

/** A question in the way of everything else. The scrim is ours: Radix's own would need inline styles, which are forbidden. */
export function Dialog({ open, onOpenChange, title, description, width = "narrow", children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className="fixed inset-0 z-40 bg-scrim" aria-hidden />
        <Radix.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={classNames(
            "fixed inset-x-4 z-50 mx-auto animate-appear overflow-y-auto rounded-lg border",
            "border-line bg-raised p-6 shadow-high",
            WIDTHS[width],
          )}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div>
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-1 text-ink-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label={t("close")} className="-mt-1.5 -mr-2">
                <X size={18} />
              </IconButton>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
