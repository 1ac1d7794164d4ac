import { Link } from "@tanstack/react-router";
import { ArrowLeft, CircleStop, RotateCcw } from "lucide-react";
import type { Job } from "@/shared/api/schemas";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { formatDate } from "@/shared/lib/format";
import { Badge } from "@/shared/ui/badge";
import { Button, buttonClass } from "@/shared/ui/button";
import { Card, Page } from "@/shared/ui/page";
import { ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { toastProblem } from "@/shared/ui/toast";
import { useJobEvents } from "@/shared/jobs/job-events";
import { JobProgress, JobState, nameOfJob } from "@/shared/jobs/job-state";
import { VerdictsLink } from "@/shared/jobs/verdicts-link";
import { isOver, useJob, useJobAction, useJobFailures, useJobLog } from "@/shared/jobs/jobs";

export function JobPage({ id }: { id: string }) {
  const job = useJob(id);
  useJobEvents(id, job.data === undefined || isOver(job.data));
  return (
    <Page
      title={job.data ? nameOfJob(job.data.type) : t("jobs.title")}
      text={job.data && t("job.began", { date: formatDate(job.data.created_at) })}
      actions={
        <>
          <Link to="/jobs" className={buttonClass("quiet")}>
            <ArrowLeft size={16} aria-hidden />
            {t("job.all")}
          </Link>
          {job.data?.project_id && <ProjectLink job={job.data} project={job.data.project_id} />}
          {job.data && <Actions job={job.data} />}
        </>
      }
    >
      {job.isError && <ErrorNote error={job.error} onRetry={() => void job.refetch()} />}
      {job.isPending && (
        <Card>
          <SkeletonRows rows={3} />
        </Card>
      )}
      {job.data && <Details job={job.data} />}
    </Page>
  );
}

function ProjectLink({ job, project }: { job: Job; project: string }) {
  return job.type === "inspect" ? (
    <VerdictsLink project={project} job={job.job_id} />
  ) : (
    <Link to="/projects/$project" params={{ project }} className={buttonClass("plain")}>
      {t("job.project")}
    </Link>
  );
}

function Actions({ job }: { job: Job }) {
  const operator = useMay("operator");
  const cancel = useJobAction("cancel");
  const retry = useJobAction("retry");
  if (!operator) return null;
  if (!isOver(job)) {
    return (
      <Button
        icon={<CircleStop size={16} />}
        disabled={cancel.isPending}
        onClick={() => {
          cancel.mutate(job.job_id, { onError: toastProblem });
        }}
      >
        {t("job.cancel")}
      </Button>
    );
  }
  return job.items_failed > 0 || job.state === "failed" ? (
    <Button
      icon={<RotateCcw size={16} />}
      disabled={retry.isPending}
      onClick={() => {
        retry.mutate(job.job_id, { onError: toastProblem });
      }}
    >
      {t("job.retry")}
    </Button>
  ) : null;
}

function Details({ job }: { job: Job }) {
  const failures = useJobFailures(job);
  const log = useJobLog(job);
  return (
    <>
      <Card className="flex flex-col gap-4 p-5">
        <div className="flex items-center justify-between">
          <JobState job={job} />
          {job.finished_at && (
            <span className="text-sm text-ink-soft">
              {t("job.ended", { date: formatDate(job.finished_at) })}
            </span>
          )}
        </div>
        <JobProgress job={job} />
        {job.error && <p className="text-bad">{job.error}</p>}
      </Card>
      {job.items_failed > 0 && (
        <section>
          <h2 className="mb-2 text-lg font-semibold">{t("job.failures")}</h2>
          <Card>
            <ul className="divide-y divide-line">
              {failures.data?.items.map((failure) => (
                <li
                  key={`${failure.item} ${failure.at}`}
                  className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3"
                >
                  <span className="font-mono text-sm break-all">{failure.item}</span>
                  <Badge>{failure.stage}</Badge>
                  <span className="w-full text-ink-soft">{failure.error}</span>
                </li>
              ))}
            </ul>
          </Card>
        </section>
      )}
      <section>
        <h2 className="mb-2 text-lg font-semibold">{t("job.log")}</h2>
        <Card className="max-h-96 overflow-y-auto p-4">
          {log.data?.items.length === 0 && <p className="text-sm text-ink-soft">{t("job.noLog")}</p>}
          <ol className="flex flex-col gap-1 font-mono text-xs">
            {log.data?.items.map((line) => (
              <li key={line.number} className="flex gap-3">
                <time className="shrink-0 text-ink-soft tabular-nums">{line.at.slice(11, 19)}</time>
                <span className="break-words">{line.text}</span>
              </li>
            ))}
          </ol>
        </Card>
      </section>
    </>
  );
}
