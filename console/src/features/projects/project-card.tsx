import { Link } from "@tanstack/react-router";
import { Ellipsis, ImagePlus, PenLine, Trash2 } from "lucide-react";
import type { Project } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { plural, t } from "@/shared/i18n/text";
import { JobProgress } from "@/shared/jobs/job-state";
import { isOver, useJob } from "@/shared/jobs/jobs";
import { useJobEvents } from "@/shared/jobs/job-events";
import { IconButton } from "@/shared/ui/button";
import { Menu, MenuItem } from "@/shared/ui/menu";
import { Card } from "@/shared/ui/page";
import { ProjectState } from "./project-state";

interface ProjectCardProps {
  project: Project;
  onRename: () => void;
  onDelete: () => void;
}

/** One project at a glance: some of its parts, how many there are, how far it is. */
export function ProjectCard({ project, onRename, onDelete }: ProjectCardProps) {
  const engineer = useMay("engineer");
  const administrator = useMay("administrator");
  return (
    <Card className="group relative flex h-full flex-col overflow-hidden transition-shadow focus-within:ring-2 focus-within:ring-accent hover:shadow-high">
      <Previews urls={project.preview_urls} />
      <div className="flex grow flex-col gap-2 p-4">
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 grow text-lg font-semibold">
            {/* The link covers the card, so that all of it can be clicked and its name alone is read aloud. */}
            <Link
              to="/projects/$project"
              params={{ project: project.project_id }}
              className="break-words outline-none after:absolute after:inset-0"
            >
              {project.name}
            </Link>
          </h2>
          {engineer && (
            <Menu
              label={t("project.more", { name: project.name })}
              trigger={
                <IconButton
                  label={t("project.more", { name: project.name })}
                  className="relative z-10 -mt-1.5 -mr-2"
                >
                  <Ellipsis size={17} />
                </IconButton>
              }
            >
              <MenuItem icon={<PenLine size={16} />} onSelect={onRename}>
                {t("project.rename")}
              </MenuItem>
              {administrator && (
                <MenuItem icon={<Trash2 size={16} />} danger onSelect={onDelete}>
                  {t("project.delete")}
                </MenuItem>
              )}
            </Menu>
          )}
        </div>
        {project.description !== "" && (
          <p className="line-clamp-2 text-sm text-ink-soft">{project.description}</p>
        )}
        <div className="mt-auto flex flex-wrap items-center justify-between gap-2 pt-1">
          <p className="text-sm text-ink-soft tabular-nums">
            {[
              plural("project.good", project.good_images),
              project.defect_images > 0 && plural("project.defects", project.defect_images),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <ProjectState project={project} />
        </div>
        {project.training_job_id && <LiveTraining id={project.training_job_id} />}
      </div>
    </Card>
  );
}

function Previews({ urls }: { urls: readonly string[] }) {
  if (urls.length === 0) {
    return (
      <div className="grid h-28 place-items-center bg-sunken text-ink-soft">
        <ImagePlus size={28} strokeWidth={1.4} aria-hidden />
      </div>
    );
  }
  return (
    <div className="grid h-28 grid-cols-4 gap-px bg-sunken">
      {urls.slice(0, 4).map((url) => (
        <img key={url} src={url} alt="" loading="lazy" className="h-28 w-full object-cover" />
      ))}
    </div>
  );
}

function LiveTraining({ id }: { id: string }) {
  const job = useJob(id);
  useJobEvents(id, job.data === undefined || isOver(job.data));
  return job.data ? <JobProgress job={job.data} /> : null;
}
