import { Ellipsis, Eraser, FileArchive, FolderInput, GraduationCap, ScanEye } from "lucide-react";
import { useCallback, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Inspected } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { useProject, useReloadProject } from "@/shared/api/projects";
import { plural, t } from "@/shared/i18n/text";
import { InspectionView } from "@/shared/inspection/inspection-view";
import { VERDICTS } from "@/shared/inspection/verdicts";
import { JobNote, SendingNote } from "@/shared/jobs/job-note";
import { useProjectJobs } from "@/shared/jobs/project-jobs";
import { VerdictsLink } from "@/shared/jobs/verdicts-link";
import { Button, IconButton } from "@/shared/ui/button";
import { Menu, MenuItem, MenuLine } from "@/shared/ui/menu";
import { EmptyState, Skeleton } from "@/shared/ui/states";
import { toast, toastProblem } from "@/shared/ui/toast";
import { DropArea } from "@/shared/upload/drop-area";
import { sort } from "@/shared/upload/dropped-files";
import { FileButtons } from "@/shared/upload/file-buttons";
import { FolderDialog } from "@/shared/upload/folder-dialog";
import { useZipField } from "@/shared/upload/zip-field";
import { inspections, useInspectMany, type Inspecting } from "./inspect";
import { useStepKeys } from "./step-keys";
import { VerdictStrip } from "./verdict-strip";

interface InspectPageProps {
  project: string;
  /** What can be done about a verdict. */
  teach: (item: Inspected) => ReactNode;
  onTrain: () => void;
}

/** New parts in, verdicts out. */
export function InspectPage({ project: id, teach, onTrain }: InspectPageProps) {
  const project = useProject(id);
  const operator = useMay("operator");
  const queue = inspections(id);
  const list = useSyncExternalStore(queue.subscribe, queue.list);
  const [chosenId, setChosen] = useState<number | undefined>(undefined);
  const chosen = list.find((each) => each.id === chosenId) ?? list[0];
  const many = useInspectMany(id);
  const bring = useBring(id, many.mutate, setChosen);
  useStepKeys((by) => {
    const next = list[list.findIndex((each) => each.id === chosen?.id) + by];
    if (next !== undefined) setChosen(next.id);
  });

  if (project.isPending) return <Skeleton className="m-6 h-96" />;
  if (project.data?.active_version == null) {
    return (
      <EmptyState
        icon={<GraduationCap size={22} />}
        title={t("inspect.untrained")}
        text={t("inspect.untrainedText")}
      >
        <Button look="primary" onClick={onTrain}>
          {t("train.title")}
        </Button>
      </EmptyState>
    );
  }

  const buttons = operator && (
    <Bring id={id} empty={list.length === 0} onFiles={bring} onFolder={many.mutateAsync} />
  );
  return (
    <DropArea label={t("inspect.drop")} enabled={operator} onFiles={bring}>
      <div className="h-full overflow-y-auto">
        <Inspections id={id} sending={many.isPending ? many.variables : undefined} />
        {list.length === 0 ? (
          <EmptyState icon={<ScanEye size={22} />} title={t("inspect.none")} text={t("inspect.noneText")}>
            {buttons}
          </EmptyState>
        ) : (
          <div className="mx-auto flex max-w-[110rem] flex-col gap-4 px-4 py-4 sm:px-6">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <Tally list={list} />
              <div className="flex items-center gap-2">{buttons}</div>
            </div>
            <VerdictStrip list={list} chosen={chosen?.id} onChoose={setChosen} />
            {chosen !== undefined && <Shown each={chosen} id={id} teach={teach} />}
          </div>
        )}
      </div>
    </DropArea>
  );
}

type StartMany = ReturnType<typeof useInspectMany>["mutate"];

/** Sends pictures one by one and shows the first of them; a ZIP goes as a job. */
function useBring(
  project: string,
  start: StartMany,
  onChoose: (id: number) => void,
): (files: readonly File[]) => void {
  return useCallback(
    (files) => {
      const { pictures, archives, others } = sort(files);
      const [first] = inspections(project).add(pictures);
      if (first !== undefined) onChoose(first);
      for (const archive of archives) start(archive, { onError: toastProblem });
      if (others > 0) toast(plural("upload.others", others), { detail: t("upload.othersText") });
    },
    [project, start, onChoose],
  );
}

/** What is being inspected as a job, and the way to its verdicts. */
function Inspections({ id, sending }: { id: string; sending: File | string | undefined }) {
  const { ids, putAway } = useProjectJobs(id, "inspect");
  const reload = useReloadProject(id);
  const onProgress = useCallback(() => void reload(), [reload]);
  if (ids.length === 0 && !(sending instanceof File)) return null;
  return (
    <div className="mx-auto flex max-w-[110rem] flex-col gap-2 px-4 pt-4 sm:px-6">
      {sending instanceof File && <SendingNote name={sending.name} />}
      {ids.map((job) => (
        <JobNote
          key={job}
          id={job}
          onProgress={onProgress}
          onPutAway={putAway}
          result={() => <VerdictsLink project={id} job={job} />}
        />
      ))}
    </div>
  );
}

interface BringProps {
  id: string;
  empty: boolean;
  onFiles: (files: readonly File[]) => void;
  onFolder: (folder: string) => Promise<unknown>;
}

function Bring({ id, empty, onFiles, onFolder }: BringProps) {
  const zip = useZipField(onFiles);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <FileButtons label={t("inspect.action")} onFiles={onFiles} />
      <Menu
        label={t("inspect.otherWays")}
        trigger={
          <IconButton look="plain" label={t("inspect.otherWays")}>
            <Ellipsis size={17} />
          </IconButton>
        }
      >
        <MenuItem icon={<FileArchive size={16} />} onSelect={zip.choose}>
          {t("parts.zip")}
        </MenuItem>
        <MenuItem
          icon={<FolderInput size={16} />}
          onSelect={() => {
            setAsking(true);
          }}
        >
          {t("parts.serverFolder")}
        </MenuItem>
        {!empty && (
          <>
            <MenuLine />
            <MenuItem
              icon={<Eraser size={16} />}
              onSelect={() => {
                inspections(id).clear();
              }}
            >
              {t("inspect.clear")}
            </MenuItem>
          </>
        )}
      </Menu>
      {zip.field}
      {asking && (
        <FolderDialog
          text={t("inspect.folderText")}
          action={t("inspect.folderAction")}
          onFolder={onFolder}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

/** How many of each verdict; how many are still to come. */
function Tally({ list }: { list: readonly Inspecting[] }) {
  const parts = VERDICTS.map((verdict) => ({
    verdict,
    count: list.filter((each) => each.answer?.verdict === verdict).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => t("inspect.tally", { count, verdict: t(`verdict.${verdict}`) }));
  const waiting = list.filter((each) => each.state === "waiting" || each.state === "sending").length;
  if (waiting > 0) parts.push(plural("inspect.toCome", waiting));
  return (
    <p role="status" className="font-medium tabular-nums">
      {parts.join(" · ")}
      {list.length > 1 && (
        <span className="ml-3 text-sm text-ink-soft max-md:hidden">{t("inspect.keys")}</span>
      )}
    </p>
  );
}

interface ShownProps {
  id: string;
  each: Inspecting;
  teach: InspectPageProps["teach"];
}

function Shown({ id, each, teach }: ShownProps) {
  if (each.answer !== undefined) {
    return <InspectionView key={each.id} item={each.answer} teach={teach(each.answer)} />;
  }
  if (each.state === "failed" || each.state === "cancelled") {
    return (
      <div
        role="alert"
        className="flex items-center gap-3 rounded-md border border-bad/40 bg-bad-soft px-4 py-3"
      >
        <p className="grow">
          <span className="block font-medium">{each.file.name}</span>
          {each.error ?? t("upload.cancelled")}
        </p>
        <Button
          onClick={() => {
            inspections(id).retry(each.id);
          }}
        >
          {t("retry")}
        </Button>
      </div>
    );
  }
  return (
    <div role="status" aria-label={t("inspect.waiting")} className="grid gap-5 lg:grid-cols-[1fr_26rem]">
      <Skeleton className="h-96" />
      <Skeleton className="h-28" />
    </div>
  );
}
