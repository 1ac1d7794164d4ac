import { GraduationCap, ScanEye } from "lucide-react";
import { useCallback, useState } from "react";
import type { Project } from "@/shared/api/inspection";
import type { Job } from "@/shared/api/schemas";
import { useMay } from "@/shared/api/me";
import { useProject, useReloadProject } from "@/shared/api/projects";
import { t } from "@/shared/i18n/text";
import { TrainingReport } from "@/shared/inspection/training-report";
import { Button } from "@/shared/ui/button";
import { EmptyState, ErrorNote, Skeleton } from "@/shared/ui/states";
import { useTrainingOptions, useVersion } from "./train";
import { TrainForm } from "./train-form";
import { TrainingProgress } from "./training-progress";

const FEWEST_GOOD = 2;

interface TrainPageProps {
  project: string;
  onParts: () => void;
  onInspect: () => void;
}

/** Learning from the good parts, and what came of it. */
export function TrainPage({ project: id, onParts, onInspect }: TrainPageProps) {
  const project = useProject(id);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-6 sm:px-8">
        {project.isPending && <Skeleton className="h-28" />}
        {project.data && <Training project={project.data} onParts={onParts} onInspect={onInspect} />}
      </div>
    </div>
  );
}

interface TrainingProps {
  project: Project;
  onParts: () => void;
  onInspect: () => void;
}

function Training({ project, onParts, onInspect }: TrainingProps) {
  const id = project.project_id;
  const engineer = useMay("engineer");
  const reload = useReloadProject(id);
  const [started, setStarted] = useState<string | null>(null);
  const [ended, setEnded] = useState<Job | null>(null);
  const running = started ?? project.training_job_id ?? null;
  const onOver = useCallback(
    (job: Job) => {
      void reload().then(() => {
        setStarted(null);
        setEnded(job);
      });
    },
    [reload],
  );

  if (running !== null && running !== ended?.job_id) {
    return <TrainingProgress key={running} id={running} onOver={onOver} />;
  }
  return (
    <>
      {ended !== null && ended.state !== "succeeded" && <Unfinished job={ended} />}
      {engineer &&
        (project.good_images < FEWEST_GOOD ? (
          <EmptyState icon={<GraduationCap size={22} />} title={t("train.few")} text={t("train.fewText")}>
            <Button look="primary" onClick={onParts}>
              {t("parts.addGood")}
            </Button>
          </EmptyState>
        ) : (
          <Form project={project} onStarted={setStarted} />
        ))}
      <Report project={project} onInspect={onInspect} />
    </>
  );
}

function Form({ project, onStarted }: { project: Project; onStarted: (job: string) => void }) {
  const options = useTrainingOptions();
  return (
    <>
      {options.isPending && <Skeleton className="h-28" />}
      {options.isError && <ErrorNote error={options.error} onRetry={() => void options.refetch()} />}
      {options.data && <TrainForm project={project} options={options.data} onStarted={onStarted} />}
    </>
  );
}

function Unfinished({ job }: { job: Job }) {
  return (
    <p role="alert" className="rounded-md border border-warn/40 bg-warn-soft px-4 py-3">
      {job.state === "cancelled" ? t("train.cancelled") : t("train.failed", { error: job.error ?? "" })}
    </p>
  );
}

function Report({ project, onInspect }: { project: Project; onInspect: () => void }) {
  const version = useVersion(project.project_id, project.active_version?.version_id);
  if (project.active_version == null) return null;
  return (
    <section aria-label={t("report.title")} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">
          {t("report.title.of", { label: project.active_version.label })}
        </h2>
        <Button look="primary" icon={<ScanEye size={16} />} onClick={onInspect}>
          {t("report.inspect")}
        </Button>
      </div>
      {version.isPending && <Skeleton className="h-96" />}
      {version.isError && <ErrorNote error={version.error} onRetry={() => void version.refetch()} />}
      {version.data && <TrainingReport project={project} version={version.data} />}
    </section>
  );
}
