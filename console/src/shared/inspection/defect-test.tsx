import { useMutation } from "@tanstack/react-query";
import { Target } from "lucide-react";
import { useEffect, useState } from "react";
import type { Project, Version } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { projectPath, useReloadProject } from "@/shared/api/projects";
import { request } from "@/shared/api/request";
import type { Job } from "@/shared/api/schemas";
import { plural } from "@/shared/i18n/text";
import { useJobEvents } from "@/shared/jobs/job-events";
import { JobProgress } from "@/shared/jobs/job-state";
import { isOver, useJob } from "@/shared/jobs/jobs";
import { Button } from "@/shared/ui/button";
import { toast, toastProblem } from "@/shared/ui/toast";

interface DefectTestProps {
  project: Project;
  version: Version;
}

/** Asks a version about the defects that are labelled now, which may be others than when it was made. */
export function DefectTest({ project, version }: DefectTestProps) {
  const engineer = useMay("engineer");
  const [job, setJob] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: () =>
      request<Job>(`${projectPath(project.project_id)}/versions/${version.version_id}/test`, {
        method: "POST",
      }),
    onSuccess: ({ job_id: id }) => {
      setJob(id);
    },
    onError: toastProblem,
  });
  if (!engineer || project.defect_images === 0) return null;
  if (job !== null) {
    return (
      <UnderWay
        id={job}
        project={project.project_id}
        onOver={() => {
          setJob(null);
        }}
      />
    );
  }
  return (
    <Button
      className="self-start"
      icon={<Target size={16} />}
      disabled={start.isPending}
      onClick={() => {
        start.mutate();
      }}
    >
      {plural("report.test", project.defect_images)}
    </Button>
  );
}

function UnderWay({ id, project, onOver }: { id: string; project: string; onOver: () => void }) {
  const job = useJob(id).data;
  const over = job !== undefined && isOver(job) ? job : null;
  const reload = useReloadProject(project);
  useJobEvents(id, over !== null);
  useEffect(() => {
    if (over === null) return;
    if (over.error) toast(over.error, { bad: true });
    void reload().then(onOver);
  }, [over, reload, onOver]);
  return job ? <JobProgress job={job} /> : null;
}
