import { useQueryClient } from "@tanstack/react-query";
import { Check, CircleAlert, GraduationCap, ImageOff, ImagePlus } from "lucide-react";
import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Label, Part, Project } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { useProject, useReloadProject } from "@/shared/api/projects";
import { plural, t, type MessageKey } from "@/shared/i18n/text";
import { JobNote, SendingNote } from "@/shared/jobs/job-note";
import { useProjectJobs } from "@/shared/jobs/project-jobs";
import { useFetchMore } from "@/shared/lib/use-fetch-more";
import { GridSkeleton, PictureGrid } from "@/shared/pictures/picture-grid";
import { useSelection } from "@/shared/pictures/selection";
import { Button } from "@/shared/ui/button";
import { Segmented } from "@/shared/ui/segmented";
import { EmptyState, ErrorNote } from "@/shared/ui/states";
import { toast, toastProblem } from "@/shared/ui/toast";
import { DropArea } from "@/shared/upload/drop-area";
import { sort } from "@/shared/upload/dropped-files";
import { lookOfSending, type SendLook } from "@/shared/upload/send-look";
import type { Sent } from "@/shared/upload/send-queue";
import { SendTray } from "@/shared/upload/send-tray";
import { useChangeParts, useImportParts } from "./change-parts";
import { useParts } from "./get-parts";
import { Intake } from "./intake";
import { PartBar } from "./part-bar";
import { PartDialog } from "./part-dialog";
import type { PartsView } from "./parts-view";
import { partsQueue, type Brought, type Said } from "./send-parts";

interface PartsPageProps {
  project: string;
  view: PartsView;
  onView: (change: Partial<PartsView>) => void;
  /** Leads on to the training. */
  onTrain: () => void;
}

/** The pictures of a project: brought, looked at, told apart into good ones and defects. */
export function PartsPage({ project: id, view, onView, onTrain }: PartsPageProps) {
  const project = useProject(id).data;
  const engineer = useMay("engineer");
  const { pages, parts } = useParts(id, view.label);
  const [said, setSaid] = useState<Said>({ label: "good" });
  useReloadOnArrival(id);
  const imports = useImportParts(id);
  const bring = useBring(id, said, imports.mutate);
  const types = useMemo(
    () => [...new Set(parts.map((part) => part.defect_type))].filter((type) => type !== "").sort(),
    [parts],
  );
  const intake = (
    <Intake
      project={id}
      said={said}
      onSaid={setSaid}
      types={types}
      onFiles={bring}
      onFolder={(folder) => imports.mutateAsync({ from: folder, said })}
    />
  );

  return (
    <DropArea
      label={said.label === "good" ? t("parts.dropGood") : t("parts.dropDefects")}
      enabled={engineer}
      onFiles={bring}
    >
      <div className="flex h-full flex-col">
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-6">
          {project && project.good_images + project.defect_images > 0 && (
            <Filter project={project} view={view} onView={onView} />
          )}
          <div className="flex flex-wrap items-center gap-2">
            {parts.length > 0 && intake}
            {engineer && project && project.good_images > 1 && !project.active_version && (
              <Button look="primary" icon={<GraduationCap size={16} />} onClick={onTrain}>
                {t("parts.train")}
              </Button>
            )}
          </div>
        </div>
        <Imports id={id} sending={imports.isPending ? imports.variables.from : undefined} />
        <div className="relative min-h-0 grow">
          {pages.isError && (
            <div className="px-4 sm:px-6">
              <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
            </div>
          )}
          {pages.isPending && <GridSkeleton label={t("loading")} />}
          {pages.isSuccess && parts.length === 0 && <Nothing label={view.label}>{intake}</Nothing>}
          {parts.length > 0 && <Parts id={id} parts={parts} pages={pages} view={view} onView={onView} />}
        </div>
      </div>
      <SendTray queue={partsQueue(id).queue} lookOf={lookOf} duplicate={(added) => added.duplicate} />
    </DropArea>
  );
}

function noteOf({ label, masked }: Brought): MessageKey {
  if (label === "good") return "parts.inAsGood";
  return masked ? "parts.inWithMask" : "parts.inAsDefect";
}

function lookOf(sent: Sent<Brought>): SendLook {
  if (sent.answer === undefined) return lookOfSending(sent);
  if (sent.answer.error) return { icon: CircleAlert, colour: "text-warn", note: sent.answer.error.detail };
  return { icon: Check, colour: "text-good", note: t(noteOf(sent.answer)) };
}

const RELOAD_MS = 1000;

/** Shows what arrived soon, and not once for each of hundreds. */
function useReloadOnArrival(project: string): void {
  const reload = useReloadProject(project);
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    partsQueue(project).queue.onArrival = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void reload();
        void queries.invalidateQueries({ queryKey: ["images"] }); // each is in the library, too
      }, RELOAD_MS);
    };
    return () => {
      clearTimeout(timer);
    };
  }, [project, reload, queries]);
}

type StartImport = ReturnType<typeof useImportParts>["mutate"];

/** Sends pictures one by one and a ZIP as a job; what is neither is said. */
function useBring(project: string, said: Said, start: StartImport): (files: readonly File[]) => void {
  return useCallback(
    (files) => {
      const { pictures, archives, others } = sort(files);
      if (pictures.length > 0) partsQueue(project).add(pictures, said);
      for (const archive of archives) start({ from: archive, said }, { onError: toastProblem });
      if (others > 0) toast(plural("upload.others", others), { detail: t("upload.othersText") });
    },
    [project, said, start],
  );
}

/** What is being imported, and what became of it; the parts appear as they come. */
function Imports({ id, sending }: { id: string; sending: File | string | undefined }) {
  const { ids, putAway } = useProjectJobs(id, "project-import");
  const reload = useReloadProject(id);
  const onProgress = useCallback(() => void reload(), [reload]);
  if (ids.length === 0 && !(sending instanceof File)) return null;
  return (
    <div className="flex max-h-[40vh] shrink-0 flex-col gap-2 overflow-y-auto px-4 pb-3 sm:px-6">
      {sending instanceof File && <SendingNote name={sending.name} />}
      {ids.map((job) => (
        <JobNote key={job} id={job} onProgress={onProgress} onPutAway={putAway} />
      ))}
    </div>
  );
}

function Filter({ project, view, onView }: { project: Project } & Pick<PartsPageProps, "view" | "onView">) {
  const all = project.good_images + project.defect_images;
  return (
    <Segmented<Label | "all">
      label={t("parts.show")}
      value={view.label ?? "all"}
      options={[
        { value: "all", text: t("parts.all", { count: all }) },
        { value: "good", text: t("parts.goodCount", { count: project.good_images }) },
        { value: "defect", text: t("parts.defectCount", { count: project.defect_images }) },
      ]}
      onChange={(label) => {
        onView({ label: label === "all" ? undefined : label });
      }}
    />
  );
}

interface PartsProps {
  id: string;
  parts: readonly Part[];
  pages: ReturnType<typeof useParts>["pages"];
  view: PartsView;
  onView: PartsPageProps["onView"];
}

function Parts({ id, parts, pages, view, onView }: PartsProps) {
  const engineer = useMay("engineer");
  const changes = useChangeParts(id);
  const pictures = useMemo(
    () =>
      parts.map((part) => ({
        ...part,
        ...(part.label === "defect" ? { note: part.defect_type || t("parts.defect"), bad: true } : {}),
      })),
    [parts],
  );
  const ids = useMemo(() => parts.map((part) => part.image_id), [parts]);
  const selection = useSelection(ids);
  const selected = parts.filter((part) => selection.ids.has(part.image_id));
  const open = parts.find((part) => part.image_id === view.image);
  const fetchMore = useFetchMore(pages);
  const show = useCallback(
    (image: string) => {
      onView({ image });
    },
    [onView],
  );

  return (
    <>
      <PictureGrid
        label={t("project.tab.parts")}
        pictures={pictures}
        selection={selection}
        openId={view.image}
        onOpen={show}
        onDelete={engineer ? () => void changes.remove(selected) : undefined}
        onEndNear={fetchMore}
      />
      {engineer && selected.length > 0 && (
        <PartBar
          count={selected.length}
          onGood={() => void changes.relabel(selected, { label: "good" })}
          onDefect={() => void changes.relabel(selected, { label: "defect" })}
          onRemove={() => void changes.remove(selected)}
          onClear={selection.clear}
        />
      )}
      {open && (
        <PartDialog
          project={id}
          part={open}
          onRelabel={(said) => void changes.relabel([open], said)}
          onRemove={() => void changes.remove([open])}
          onClose={() => {
            onView({ image: undefined });
          }}
        />
      )}
    </>
  );
}

function Nothing({ label, children }: { label: Label | undefined; children: ReactNode }) {
  return label === "defect" ? (
    <EmptyState icon={<ImageOff size={22} />} title={t("parts.noDefects")} text={t("parts.noDefectsText")}>
      {children}
    </EmptyState>
  ) : (
    <EmptyState icon={<ImagePlus size={22} />} title={t("parts.none")} text={t("parts.noneText")}>
      {children}
    </EmptyState>
  );
}
