import { useNavigate } from "@tanstack/react-router";
import { Plus, ShieldCheck } from "lucide-react";
import { useState } from "react";
import type { Project } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { t, type MessageKey } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Page } from "@/shared/ui/page";
import { EmptyState, ErrorNote, Skeleton } from "@/shared/ui/states";
import { DeleteDialog } from "./delete-dialog";
import { useProjects } from "./get-projects";
import { ProjectCard } from "./project-card";
import { ProjectDialog } from "./project-dialog";

type Asking = { what: "new" } | { what: "rename" | "delete"; project: Project };

const GRID = "grid gap-4 sm:grid-cols-2 xl:grid-cols-3";

export function ProjectsPage() {
  const projects = useProjects();
  const engineer = useMay("engineer");
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const list = projects.data?.pages.flatMap((page) => page.items) ?? [];
  const close = () => {
    setAsking(null);
  };
  const create = engineer && (
    <Button
      look="primary"
      icon={<Plus size={16} />}
      onClick={() => {
        setAsking({ what: "new" });
      }}
    >
      {t("project.new")}
    </Button>
  );

  return (
    <Page
      title={t("projects.title")}
      text={t("projects.text")}
      actions={list.length > 0 ? create : undefined}
      wide
    >
      {projects.isError && <ErrorNote error={projects.error} onRetry={() => void projects.refetch()} />}
      {projects.isPending && (
        <div role="status" aria-label={t("loading")} className={GRID}>
          {[1, 2, 3].map((card) => (
            <Skeleton key={card} className="h-56" />
          ))}
        </div>
      )}
      {projects.isSuccess && list.length === 0 && <Teaching>{create}</Teaching>}
      {list.length > 0 && (
        <ul className={GRID}>
          {list.map((project) => (
            <li key={project.project_id}>
              <ProjectCard
                project={project}
                onRename={() => {
                  setAsking({ what: "rename", project });
                }}
                onDelete={() => {
                  setAsking({ what: "delete", project });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {projects.hasNextPage && (
        <Button className="self-center" onClick={() => void projects.fetchNextPage()}>
          {t("projects.older")}
        </Button>
      )}
      {asking?.what === "new" && (
        <ProjectDialog
          onClose={close}
          onSaved={({ project_id: project }) =>
            void navigate({ to: "/projects/$project/parts", params: { project } })
          }
        />
      )}
      {asking?.what === "rename" && <ProjectDialog project={asking.project} onClose={close} />}
      {asking?.what === "delete" && <DeleteDialog project={asking.project} onClose={close} />}
    </Page>
  );
}

const STEPS: [MessageKey, MessageKey][] = [
  ["projects.step1", "projects.step1Text"],
  ["projects.step2", "projects.step2Text"],
  ["projects.step3", "projects.step3Text"],
];

/** Nothing here yet: the whole of it in three sentences, and the way in. */
function Teaching({ children }: { children: React.ReactNode }) {
  return (
    <div>
      <EmptyState icon={<ShieldCheck size={22} />} title={t("projects.none")} text={t("projects.noneText")}>
        {children}
      </EmptyState>
      <ol className="mx-auto grid max-w-3xl gap-4 sm:grid-cols-3">
        {STEPS.map(([title, text], index) => (
          <li key={title} className="rounded-lg border border-line bg-surface p-4">
            <span
              aria-hidden
              className="mb-2 grid size-7 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-on-accent-soft"
            >
              {index + 1}
            </span>
            <h3 className="font-medium">{t(title)}</h3>
            <p className="mt-1 text-sm text-ink-soft">{t(text)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
