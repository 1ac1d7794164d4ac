import { useEffect, type ReactNode } from "react";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";

interface PageProps {
  title: string;
  text?: string;
  actions?: ReactNode;
  /** For what stands side by side, and not one below the other. */
  wide?: boolean;
  children: ReactNode;
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = t("title.page", { page: title });
  }, [title]);
}

/** A page that reads from top to bottom: title, what it is for, what can be done, then its content. */
export function Page({ title, text, actions, wide = false, children }: PageProps) {
  useTitle(title);
  return (
    <div className="h-full overflow-y-auto">
      <div
        className={classNames(
          "mx-auto flex flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8",
          wide ? "max-w-7xl" : "max-w-5xl",
        )}
      >
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div className="max-w-2xl">
            <h1 className="text-2xl font-semibold">{title}</h1>
            {text !== undefined && <p className="mt-1 text-ink-soft">{text}</p>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}

export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={classNames("rounded-lg border border-line bg-surface shadow-low", className)}>
      {children}
    </div>
  );
}
