import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useProject } from "@/shared/api/projects";
import { t } from "@/shared/i18n/text";
import { useTitle } from "@/shared/ui/page";
import { ErrorNote, Skeleton } from "@/shared/ui/states";
import { ProjectState } from "./project-state";

/** What can be done with a project, each at an address of its own. */
const TABS = ["parts", "train", "inspect", "threshold", "versions", "history"] as const;

/** A project's name and tabs, around whichever of them is open. */
export function ProjectFrame({ id, children }: { id: string; children: ReactNode }) {
  const project = useProject(id);
  useTitle(project.data?.name ?? t("projects.title"));
  return (
    <div className="flex h-full flex-col">
      <header className="shrink-0 border-b border-line bg-surface">
        <div className="flex items-center gap-2 px-3 pt-3 sm:px-6">
          <Link
            to="/projects"
            aria-label={t("project.all")}
            title={t("project.all")}
            className="grid size-9 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink"
          >
            <ArrowLeft size={18} aria-hidden />
          </Link>
          <h1 className="min-w-0 truncate text-xl font-semibold">
            {project.data?.name ?? <Skeleton className="h-7 w-40" />}
          </h1>
          {project.data && <ProjectState project={project.data} />}
        </div>
        <nav aria-label={t("project.tabs")} className="flex gap-1 overflow-x-auto px-3 pt-1 sm:px-5">
          {TABS.map((tab) => (
            <Link
              key={tab}
              to={`/projects/$project/${tab}`}
              params={{ project: id }}
              className="shrink-0 border-b-2 border-transparent px-3 py-2.5 font-medium whitespace-nowrap text-ink-soft -outline-offset-2 hover:text-ink data-[status=active]:border-accent data-[status=active]:text-ink"
            >
              {t(`project.tab.${tab}`)}
            </Link>
          ))}
        </nav>
      </header>
      <div className="min-h-0 grow">
        {project.isError ? (
          <div className="p-4 sm:p-6">
            <ErrorNote error={project.error} onRetry={() => void project.refetch()} />
          </div>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
