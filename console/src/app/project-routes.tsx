import { getRouteApi, Navigate, Outlet, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { HistoryPage } from "@/features/history/history-page";
import type { HistoryView } from "@/features/history/history-view";
import { InspectPage } from "@/features/inspect/inspect-page";
import { PartsPage } from "@/features/parts/parts-page";
import type { PartsView } from "@/features/parts/parts-view";
import { ProjectFrame } from "@/features/projects/project-frame";
import { ProjectsPage } from "@/features/projects/projects-page";
import { Corrections } from "@/features/teach/corrections";
import { TeachButtons } from "@/features/teach/teach-buttons";
import { ThresholdPage } from "@/features/threshold/threshold-page";
import { TrainPage } from "@/features/training/train-page";
import { VersionsPage } from "@/features/versions/versions-page";
import type { VersionsView } from "@/features/versions/versions-view";
import type { Inspected } from "@/shared/api/inspection";
import { useProject } from "@/shared/api/projects";

const project = getRouteApi("/inside/projects/$project");
const parts = getRouteApi("/inside/projects/$project/parts");
const versions = getRouteApi("/inside/projects/$project/versions");
const history = getRouteApi("/inside/projects/$project/history");

const useId = () => project.useParams().project;

/** Leads to another tab of this project. */
function useTab() {
  const id = useId();
  const navigate = useNavigate();
  return (tab: "parts" | "train" | "inspect") => () =>
    void navigate({ to: `/projects/$project/${tab}`, params: { project: id } });
}

/** What can be done about a verdict, for rooms that show one. */
function useTeach() {
  const id = useId();
  return (item: Inspected) => <TeachButtons key={item.sequence} project={id} item={item} />;
}

export function Projects() {
  return <ProjectsPage />;
}

export function Project() {
  const id = useId();
  return (
    <ProjectFrame key={id} id={id}>
      <Outlet />
    </ProjectFrame>
  );
}

/** A project without a tab: where one would go on with it. */
export function Start() {
  const id = useId();
  const data = useProject(id).data;
  if (data === undefined) return null;
  const tab = data.active_version ? "inspect" : data.good_images > 1 ? "train" : "parts";
  return <Navigate to={`/projects/$project/${tab}`} params={{ project: id }} replace />;
}

export function Parts() {
  const navigate = useNavigate();
  const id = useId();
  const onView = useCallback(
    (to: Partial<PartsView>) => {
      void navigate({
        to: "/projects/$project/parts",
        params: { project: id },
        search: (before) => ({ ...before, ...to }),
        replace: true,
      });
    },
    [navigate, id],
  );
  return <PartsPage project={id} view={parts.useSearch()} onView={onView} onTrain={useTab()("train")} />;
}

export function Train() {
  const tab = useTab();
  return <TrainPage project={useId()} onParts={tab("parts")} onInspect={tab("inspect")} />;
}

export function Inspect() {
  return <InspectPage project={useId()} teach={useTeach()} onTrain={useTab()("train")} />;
}

export function Threshold() {
  return <ThresholdPage project={useId()} onTrain={useTab()("train")} />;
}

export function Versions() {
  const navigate = useNavigate();
  const id = useId();
  return (
    <VersionsPage
      project={id}
      view={versions.useSearch()}
      onView={(to: VersionsView) =>
        void navigate({
          to: "/projects/$project/versions",
          params: { project: id },
          search: (before) => ({ ...before, ...to }),
          replace: true,
        })
      }
      corrections={<Corrections project={id} />}
    />
  );
}

export function History() {
  const navigate = useNavigate();
  const id = useId();
  const onView = useCallback(
    (to: Partial<HistoryView>) => {
      void navigate({
        to: "/projects/$project/history",
        params: { project: id },
        search: (before) => ({ ...before, ...to }),
        replace: true,
      });
    },
    [navigate, id],
  );
  return <HistoryPage project={id} view={history.useSearch()} onView={onView} teach={useTeach()} />;
}
