import { Link, useNavigate } from "@tanstack/react-router";
import { FolderInput, ListChecks } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { formatAgo } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { Card, Page } from "@/shared/ui/page";
import { EmptyState, ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { ImportDialog } from "./import-dialog";
import { JobProgress, JobState, nameOfJob } from "@/shared/jobs/job-state";
import { useJobs } from "@/shared/jobs/jobs";

export function JobsPage() {
  const jobs = useJobs();
  const operator = useMay("operator");
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const list = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  const importButton = operator && (
    <Button
      look="primary"
      icon={<FolderInput size={16} />}
      onClick={() => {
        setImporting(true);
      }}
    >
      {t("import.title")}
    </Button>
  );

  return (
    <Page title={t("jobs.title")} text={t("jobs.text")} actions={importButton}>
      {jobs.isError && <ErrorNote error={jobs.error} onRetry={() => void jobs.refetch()} />}
      {!jobs.isError && (
        <Card>
          {jobs.isPending && <SkeletonRows rows={4} />}
          {jobs.isSuccess && list.length === 0 && (
            <EmptyState icon={<ListChecks size={22} />} title={t("jobs.empty")} text={t("jobs.emptyText")} />
          )}
          <ul className="divide-y divide-line">
            {list.map((job) => (
              <li key={job.job_id}>
                <Link
                  to="/jobs/$job"
                  params={{ job: job.job_id }}
                  className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2 px-4 py-3.5 hover:bg-hover sm:grid-cols-[12rem_1fr_7rem]"
                >
                  <span>
                    <span className="block font-medium">{nameOfJob(job.type)}</span>
                    <span className="text-sm text-ink-soft">{formatAgo(job.created_at)}</span>
                  </span>
                  <span className="max-sm:order-last max-sm:col-span-2">
                    <JobProgress job={job} />
                  </span>
                  <span className="justify-self-end">
                    <JobState job={job} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {jobs.hasNextPage && (
        <Button className="self-center" onClick={() => void jobs.fetchNextPage()}>
          {t("jobs.older")}
        </Button>
      )}
      {importing && (
        <ImportDialog
          onClose={() => {
            setImporting(false);
          }}
          onStarted={(job) => void navigate({ to: "/jobs/$job", params: { job } })}
        />
      )}
    </Page>
  );
}
