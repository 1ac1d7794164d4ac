import { useProject } from "@/shared/api/projects";
import { t } from "@/shared/i18n/text";
import { TrainingReport } from "@/shared/inspection/training-report";
import { Dialog } from "@/shared/ui/dialog";
import { Scrollable } from "@/shared/ui/scrollable";
import { ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { useVersion } from "./versions";

interface VersionDialogProps {
  project: string;
  version: string;
  onClose: () => void;
}

/** What one version can do, and the pictures that it learned from. */
export function VersionDialog({ project, version: id, onClose }: VersionDialogProps) {
  const version = useVersion(project, id);
  const ofProject = useProject(project);
  return (
    <Dialog
      open
      width="whole"
      onOpenChange={onClose}
      title={version.data ? t("report.title.of", { label: version.data.label }) : t("report.title")}
    >
      {version.isPending && <SkeletonRows rows={6} />}
      {version.isError && <ErrorNote error={version.error} onRetry={() => void version.refetch()} />}
      {version.data && ofProject.data && (
        <div className="flex flex-col gap-4">
          <TrainingReport project={ofProject.data} version={version.data} />
          {version.data.snapshot.length > 0 && (
            <details>
              <summary className="w-fit font-medium">
                {t("versions.snapshot", { count: version.data.snapshot.length })}
              </summary>
              <Scrollable
                label={t("versions.snapshot", { count: version.data.snapshot.length })}
                className="mt-2 max-h-64 overflow-y-auto"
              >
                <ul className="font-mono text-xs">
                  {version.data.snapshot.map((picture) => (
                    <li key={picture.name} className="flex justify-between gap-4 py-0.5">
                      <span className="truncate">{picture.name}</span>
                      <span className="shrink-0 text-ink-soft">{picture.sha256.slice(0, 16)}</span>
                    </li>
                  ))}
                </ul>
              </Scrollable>
            </details>
          )}
        </div>
      )}
    </Dialog>
  );
}
