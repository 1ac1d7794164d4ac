import { Link } from "@tanstack/react-router";
import { CircleStop, LoaderCircle, X } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import type { Job } from "@/shared/api/schemas";
import { useMay } from "@/shared/api/me";
import { plural, t } from "@/shared/i18n/text";
import { Button, buttonClass, IconButton } from "@/shared/ui/button";
import { toastProblem } from "@/shared/ui/toast";
import { useJobEvents } from "./job-events";
import { JobProgress, JobState, nameOfJob } from "./job-state";
import { isOver, useJob, useJobAction, useJobFailures } from "./jobs";

const FAILURES_SHOWN = 5;
const NOTE = "flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-low";

interface JobNoteProps {
  id: string;
  /** Called whenever it has gone on. */
  onProgress: () => void;
  onPutAway: (id: string) => void;
  /** Leads to what came of it, once it is over. */
  result?: (job: Job) => ReactNode;
}

/** A job beside what it works for: how far it is, what it could not do, and why. */
export function JobNote({ id, onProgress, onPutAway, result }: JobNoteProps) {
  const job = useJob(id).data;
  const over = job === undefined || isOver(job);
  useJobEvents(id, over);
  const { done, state } = job ?? {};
  useEffect(() => {
    onProgress();
  }, [done, state, onProgress]);

  if (job === undefined) return null;
  return (
    <section aria-label={nameOfJob(job.type)} className={NOTE}>
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="flex grow items-center gap-3 font-semibold">
          {nameOfJob(job.type)}
          <JobState job={job} />
        </p>
        <div className="flex gap-2 max-sm:order-last max-sm:w-full">
          {over && result?.(job)}
          <Link to="/jobs/$job" params={{ job: id }} className={buttonClass("quiet")}>
            {t("train.details")}
          </Link>
        </div>
        {over ? (
          <IconButton
            label={t("job.putAway")}
            onClick={() => {
              onPutAway(id);
            }}
          >
            <X size={16} />
          </IconButton>
        ) : (
          <Stop id={id} />
        )}
      </div>
      <JobProgress job={job} />
      {job.error && <p className="text-bad">{job.error}</p>}
      {job.items_failed > 0 && <Failures job={job} />}
    </section>
  );
}

function Stop({ id }: { id: string }) {
  const operator = useMay("operator");
  const cancel = useJobAction("cancel");
  if (!operator) return null;
  return (
    <Button
      icon={<CircleStop size={16} />}
      disabled={cancel.isPending}
      onClick={() => {
        cancel.mutate(id, { onError: toastProblem });
      }}
    >
      {t("job.cancel")}
    </Button>
  );
}

/** The first of them; the job's own page has all. */
function Failures({ job }: { job: Job }) {
  const failures = useJobFailures(job).data?.items ?? [];
  const more = job.items_failed - FAILURES_SHOWN;
  return (
    <ul aria-label={t("job.failures")} className="flex flex-col gap-1 text-sm">
      {failures.slice(0, FAILURES_SHOWN).map(({ item, error }) => (
        <li key={item}>
          <span className="font-mono break-all">{item}</span>
          <span className="block text-ink-soft">{error}</span>
        </li>
      ))}
      {more > 0 && <li className="text-ink-soft">{plural("job.moreFailures", more)}</li>}
    </ul>
  );
}

/** A file that is still on its way to become a job. */
export function SendingNote({ name }: { name: string }) {
  return (
    <section aria-label={t("upload.title")} className={NOTE}>
      <p role="status" className="flex items-center gap-3">
        <LoaderCircle size={16} aria-hidden className="animate-spin text-accent" />
        {t("job.sending", { name })}
      </p>
    </section>
  );
}
