import { GraduationCap, RotateCcw, Save } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import type { Project, Scores } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { useProject } from "@/shared/api/projects";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { Card } from "@/shared/ui/page";
import { EmptyState, ErrorNote, Skeleton } from "@/shared/ui/states";
import { toast, toastProblem } from "@/shared/ui/toast";
import { bandsOf, histogramOf } from "./bins";
import { Consequences } from "./consequences";
import { ScorePlot } from "./score-plot";
import {
  askedOf,
  useScores,
  useSetThreshold,
  useThresholdPreview,
  useVersionOf,
  type Asked,
} from "./threshold";

/** Where the line between good and not is drawn, and what that costs. */
export function ThresholdPage({ project: id, onTrain }: { project: string; onTrain: () => void }) {
  const project = useProject(id);
  const version = project.data?.active_version;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-5xl flex-col gap-4 px-4 py-6 sm:px-8">
        {project.isPending && <Skeleton className="h-80" />}
        {project.isSuccess && !version && (
          <EmptyState
            icon={<GraduationCap size={22} />}
            title={t("threshold.untrained")}
            text={t("threshold.untrainedText")}
          >
            <Button look="primary" onClick={onTrain}>
              {t("train.title")}
            </Button>
          </EmptyState>
        )}
        {project.data && version && (
          <OfVersion key={version.version_id} project={project.data} version={version} />
        )}
      </div>
    </div>
  );
}

interface OfVersionProps {
  project: Project;
  version: { version_id: string; label: string };
}

function OfVersion({ project, version }: OfVersionProps) {
  const scores = useScores(project, version.version_id);
  return (
    <>
      <header>
        <h2 className="text-xl font-semibold">{t("threshold.title", { label: version.label })}</h2>
        <p className="text-ink-soft">{t("threshold.text")}</p>
      </header>
      {scores.isPending && <Skeleton className="h-80" />}
      {scores.isError && <ErrorNote error={scores.error} onRetry={() => void scores.refetch()} />}
      {scores.data && (
        <Setting
          key={scores.data.threshold.revision}
          project={project.project_id}
          version={version.version_id}
          scores={scores.data}
        />
      )}
    </>
  );
}

function Setting({ project, version, scores }: { project: string; version: string; scores: Scores }) {
  const engineer = useMay("engineer");
  const { held_out: good, threshold } = scores;
  const defects = useMemo(() => scores.defects.map((defect) => defect.score), [scores]);
  const [asked, setAsked] = useState<Asked>({ fail: threshold.fail });
  const preview = useThresholdPreview(project, version, useDeferredValue(asked));
  const promise = useVersionOf(project, version).data?.promise;
  const save = useSetThreshold(project, version);
  const histogram = useMemo(
    () => histogramOf(good, defects, threshold.fail),
    [good, defects, threshold.fail],
  );
  const fail = "fail" in asked ? asked.fail : (preview.data?.threshold.fail ?? threshold.fail);
  const changed = "rate" in asked || asked.fail !== threshold.fail;
  const now = { held_out: bandsOf(good, threshold), defects: bandsOf(defects, threshold) };

  /** By promises, since a saved threshold is another one's page. */
  function set(to: Asked | { reset: true }) {
    const before = askedOf(threshold, promise?.fail.rate ?? 0.01);
    save.mutateAsync(to).then((saved) => {
      toast(t("threshold.saved", { revision: saved.threshold.revision }), {
        undo: () => {
          save.mutateAsync(before).catch(toastProblem);
        },
      });
    }, toastProblem);
  }

  return (
    <>
      <Card className="flex flex-col gap-4 p-5">
        <ScorePlot
          histogram={histogram}
          good={good.length}
          defects={defects.length}
          warn={preview.data?.threshold.warn ?? threshold.warn}
          fail={fail}
          enabled={engineer}
          onFail={(to) => {
            setAsked({ fail: to });
          }}
        />
        {engineer && (
          <div className="flex flex-wrap items-end justify-between gap-3">
            <TextField
              label={t("threshold.rate")}
              className="w-44"
              type="number"
              min={2}
              max={100_000}
              step={1}
              placeholder={t("threshold.rateExample")}
              value={"rate" in asked ? Math.round(1 / asked.rate) : ""}
              onChange={(event) => {
                const of = Number(event.target.value);
                setAsked(of >= 2 ? { rate: 1 / of } : { fail });
              }}
            />
            <div className="flex flex-wrap gap-2">
              {changed && (
                <Button
                  look="quiet"
                  onClick={() => {
                    setAsked({ fail: threshold.fail });
                  }}
                >
                  {t("threshold.discard")}
                </Button>
              )}
              {threshold.by !== "training" && (
                <Button
                  icon={<RotateCcw size={16} />}
                  disabled={save.isPending}
                  onClick={() => {
                    set({ reset: true });
                  }}
                >
                  {t("threshold.reset")}
                </Button>
              )}
              <Button
                look="primary"
                icon={<Save size={16} />}
                disabled={!changed || save.isPending}
                onClick={() => {
                  set(asked);
                }}
              >
                {t("threshold.save")}
              </Button>
            </div>
          </div>
        )}
      </Card>
      {preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Skeleton className="h-40" />}
      {preview.data && (
        <Consequences
          preview={preview.data}
          promise={changed ? preview.data.promise : (promise ?? preview.data.promise)}
          now={now}
        />
      )}
    </>
  );
}
