import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { describe } from "@/shared/api/problem";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";
import { Button } from "./button";

/** Nothing here yet: says what this place is for and how to begin. */
export function EmptyState(props: { icon: ReactNode; title: string; text: string; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center">
      <div className="mb-4 grid size-12 place-items-center rounded-lg bg-accent-soft text-on-accent-soft">
        {props.icon}
      </div>
      <h2 className="text-lg font-semibold">{props.title}</h2>
      <p className="mt-1.5 text-ink-soft">{props.text}</p>
      {props.children !== undefined && (
        <div className="mt-5 flex flex-wrap justify-center gap-2">{props.children}</div>
      )}
    </div>
  );
}

/** What went wrong and what to do about it. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { title, detail, requestId } = describe(error);
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-md border border-bad/40 bg-bad-soft px-4 py-3"
    >
      <CircleAlert size={18} className="mt-0.5 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0 grow">
        <p className="font-medium">{title}</p>
        {detail !== "" && <p className="break-words text-ink-soft">{detail}</p>}
        {requestId !== "" && (
          <p className="mt-1 text-xs text-ink-soft">{t("problem.request", { id: requestId })}</p>
        )}
      </div>
      {onRetry !== undefined && <Button onClick={onRetry}>{t("retry")}</Button>}
    </div>
  );
}

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("animate-pulse rounded-md bg-hover", className)} />;
}

export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-px p-1">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="m-2 h-8" />
      ))}
    </div>
  );
}
