import { Ban, CircleAlert, CircleCheck, Clock, LoaderCircle } from "lucide-react";
import type { Job } from "@/shared/api/schemas";
import { isMessage, plural, t } from "@/shared/i18n/text";
import { formatNumber, formatPercent } from "@/shared/lib/format";
import { classNames } from "@/shared/lib/class-names";
import { Badge, type Tone } from "@/shared/ui/badge";

const TONES: Record<Job["state"], Tone> = {
  queued: "plain",
  running: "accent",
  succeeded: "good",
  failed: "bad",
  cancelled: "warn",
};

const ICONS = {
  queued: Clock,
  running: LoaderCircle,
  succeeded: CircleCheck,
  failed: CircleAlert,
  cancelled: Ban,
};

export function JobState({ job }: { job: Job }) {
  const Icon = ICONS[job.state];
  return (
    <Badge tone={TONES[job.state]}>
      <Icon size={13} aria-hidden className={job.state === "running" ? "animate-spin" : undefined} />
      {t(`job.${job.state}`)}
    </Badge>
  );
}

export function nameOfJob(type: string): string {
  const key = `job.type.${type}`;
  return isMessage(key) ? t(key) : type;
}

/** How far a job is, in a bar and in words. */
export function JobProgress({ job }: { job: Job }) {
  const share = job.progress ?? (job.total ? job.done / job.total : null);
  const words = [
    job.total ? t("job.doneOf", { done: job.done, total: job.total }) : formatNumber(job.done),
    job.items_failed > 0 && plural("job.itemsFailed", job.items_failed),
    job.message,
  ].filter((each) => each !== false && each !== "");
  return (
    <div className="min-w-0">
      <div
        role="progressbar"
        aria-label={t("job.progress", { job: nameOfJob(job.type) })}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={share === null ? t("job.underWay") : formatPercent(share)}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={classNames(
            "h-full rounded-full transition-all",
            job.state === "failed" ? "bg-bad" : job.state === "succeeded" ? "bg-good" : "bg-accent",
            share === null && job.state === "running" && "animate-pulse",
          )}
          style={{ width: `${String(Math.round((share ?? (job.state === "succeeded" ? 1 : 0.3)) * 100))}%` }}
        />
      </div>
      <p className="mt-1 text-sm max-sm:line-clamp-3 sm:truncate text-ink-soft tabular-nums">
        {words.join(" · ")}
      </p>
    </div>
  );
}
