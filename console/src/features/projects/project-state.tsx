import { CircleCheck, CircleDashed, GraduationCap, LoaderCircle } from "lucide-react";
import type { Project } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { Badge } from "@/shared/ui/badge";

/** Fewer good pictures than this teach nothing. */
export const FEWEST_GOOD = 2;

/** How far a project is: empty, ready to learn, learning, or at work with a version. */
export function ProjectState({ project }: { project: Project }) {
  if (project.training_job_id) {
    return (
      <Badge tone="accent">
        <LoaderCircle size={13} aria-hidden className="animate-spin" />
        {t("project.training")}
      </Badge>
    );
  }
  if (project.active_version) {
    return (
      <Badge tone="good">
        <CircleCheck size={13} aria-hidden />
        {t("project.version", { label: project.active_version.label })}
      </Badge>
    );
  }
  return project.good_images >= FEWEST_GOOD ? (
    <Badge tone="accent">
      <GraduationCap size={13} aria-hidden />
      {t("project.ready")}
    </Badge>
  ) : (
    <Badge>
      <CircleDashed size={13} aria-hidden />
      {t("project.empty")}
    </Badge>
  );
}
