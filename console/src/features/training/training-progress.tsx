import { Link } from "@tanstack/react-router";
import { CircleStop } from "lucide-react";
import { useEffect } from "react";
import type { Job } from "@/shared/api/schemas";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { useJobEvents } from "@/shared/jobs/job-events";
import { JobProgress, JobState } from "@/shared/jobs/job-state";
import { isOver, useJob, useJobAction, useJobLog } from "@/shared/jobs/jobs";
import { Button, buttonClass } from "@/shared/ui/button";
import { Card } from "@/shared/ui/page";
import { ErrorNote, Skeleton } from "@/shared/ui/states";
import { toastProblem } from "@/shared/ui/toast";

interface TrainingProgressProps {
  id: string;
  /** Called once, when there is nothing more to wait for. */
  onOver: (job: Job) => void;
}

/** A training at work: how far, what it is doing, and a way to stop it. */
export function TrainingProgress({ id, onOver }: TrainingProgressProps) {
  const job = useJob(id);
  const over = job.data === undefined ? null : isOver(job.data) ? job.data : null;
  useJobEvents(id, over !== null);
  useEffect(() => {
    if (over !== null) onOver(over);
  }, [over, onOver]);

  return (
    <Card className="flex flex-col gap-4 p-5">
      {job.isError && <ErrorNote error={job.error} onRetry={() => void job.refetch()} />}
      {job.isPending && <Skeleton className="h-16" />}
      {job.data && <AtWork job={job.data} />}
    </Card>
  );
}

function AtWork({ job }: { job: Job }) {
  const engineer = useMay("engineer");
  const cancel = useJobAction("cancel");
  const log = useJobLog(job);
  const latest = log.data?.items.slice(-4) ?? [];
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="grow text-lg font-semibold">{t("train.underWay")}</h2>
        <JobState job={job} />
        <Link to="/jobs/$job" params={{ job: job.job_id }} className={buttonClass("quiet")}>
          {t("train.details")}
        </Link>
        {engineer && !isOver(job) && (
          <Button
            icon={<CircleStop size={16} />}
            disabled={cancel.isPending}
            onClick={() => {
              cancel.mutate(job.job_id, { onError: toastProblem });
            }}
          >
            {t("train.cancel")}
          </Button>
        )}
      </div>
      <JobProgress job={job} />
      {latest.length > 0 && (
        <ol aria-label={t("job.log")} className="flex flex-col gap-0.5 font-mono text-xs text-ink-soft">
          {latest.map((line) => (
            <li key={line.number} className="truncate">
              {line.text}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
