import { History, PackageOpen, Undo2, Upload } from "lucide-react";
import { useRef, type ReactNode } from "react";
import type { Version } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { useProject } from "@/shared/api/projects";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Card } from "@/shared/ui/page";
import { EmptyState, ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { toast, toastProblem } from "@/shared/ui/toast";
import { Compare } from "./compare";
import { VersionDialog } from "./version-dialog";
import { VersionRow } from "./version-row";
import { downloadModel, useActivate, useRollback, useUploadVersion, useVersions } from "./versions";
import { choose, type VersionsView } from "./versions-view";

interface VersionsPageProps {
  project: string;
  view: VersionsView;
  onView: (change: VersionsView) => void;
  /** What the active version was taught by hand. */
  corrections: ReactNode;
}

export function VersionsPage({ project: id, view, onView, corrections }: VersionsPageProps) {
  const versions = useVersions(id);
  const engineer = useMay("engineer");
  const list = versions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-6 sm:px-8">
        <header className="flex flex-wrap items-end justify-between gap-3">
          <div>
            <h2 className="text-xl font-semibold">{t("versions.title")}</h2>
            <p className="text-ink-soft">{t("versions.text")}</p>
          </div>
          {engineer && <Actions id={id} any={list.length > 1} />}
        </header>
        {view.a !== undefined && view.b !== undefined && (
          <Compare
            project={id}
            a={view.a}
            b={view.b}
            onClose={() => {
              onView({ a: undefined, b: undefined });
            }}
          />
        )}
        {versions.isError && <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />}
        {!versions.isError && (
          <Card>
            {versions.isPending && <SkeletonRows rows={3} />}
            {versions.isSuccess && list.length === 0 && (
              <EmptyState
                icon={<PackageOpen size={22} />}
                title={t("versions.none")}
                text={t("versions.noneText")}
              />
            )}
            <ul className="divide-y divide-line">
              {list.map((version) => (
                <Row key={version.version_id} id={id} version={version} view={view} onView={onView} />
              ))}
            </ul>
          </Card>
        )}
        {versions.hasNextPage && (
          <Button
            className="self-center"
            icon={<History size={16} />}
            onClick={() => void versions.fetchNextPage()}
          >
            {t("projects.older")}
          </Button>
        )}
        {list.length > 0 && corrections}
      </div>
      {view.version !== undefined && (
        <VersionDialog
          project={id}
          version={view.version}
          onClose={() => {
            onView({ version: undefined });
          }}
        />
      )}
    </div>
  );
}

function Actions({ id, any }: { id: string; any: boolean }) {
  const rollback = useRollback(id);
  const upload = useUploadVersion(id);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap gap-2">
      {any && (
        <Button
          icon={<Undo2 size={16} />}
          disabled={rollback.isPending}
          onClick={() => {
            rollback.mutate(undefined, {
              onSuccess: ({ active_version: active }) => {
                toast(t("versions.nowActive", { label: active?.label ?? "" }));
              },
              onError: toastProblem,
            });
          }}
        >
          {t("versions.rollback")}
        </Button>
      )}
      <Button icon={<Upload size={16} />} disabled={upload.isPending} onClick={() => input.current?.click()}>
        {upload.isPending ? t("versions.uploading") : t("versions.upload")}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".loupe"
        hidden
        data-testid="model"
        onChange={() => {
          const file = input.current?.files?.[0];
          if (file !== undefined) {
            upload.mutate(file, {
              onSuccess: ({ label }) => {
                toast(t("versions.uploaded", { label }));
              },
              onError: toastProblem,
            });
          }
          if (input.current !== null) input.current.value = "";
        }}
      />
    </div>
  );
}

interface RowProps {
  id: string;
  version: Version;
  view: VersionsView;
  onView: VersionsPageProps["onView"];
}

function Row({ id, version, view, onView }: RowProps) {
  const project = useProject(id).data;
  const activate = useActivate(id);
  const before = project?.active_version?.version_id;
  return (
    <VersionRow
      version={version}
      chosen={view.a === version.version_id || view.b === version.version_id}
      onChoose={() => {
        onView(choose(view, version.version_id));
      }}
      onOpen={() => {
        onView({ version: version.version_id });
      }}
      onActivate={() => {
        activate.mutate(version.version_id, {
          onSuccess: () => {
            toast(t("versions.nowActive", { label: version.label }), {
              undo: () => {
                if (before !== undefined) activate.mutate(before, { onError: toastProblem });
              },
            });
          },
          onError: toastProblem,
        });
      }}
      onDownload={() => {
        downloadModel(id, version, project?.name ?? "model").catch(toastProblem);
      }}
    />
  );
}
