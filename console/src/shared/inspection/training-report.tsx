import type { ReactNode } from "react";
import type { Metrics, Project, Version } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { formatBytes, formatDate } from "@/shared/lib/format";
import { Card } from "@/shared/ui/page";
import { BlindSpotMap } from "./blind-spot-map";
import { DefectTest } from "./defect-test";
import { formatMetric, formatOdds } from "./numbers";
import { PromiseText } from "./promise";
import { settingName, settingValue } from "./settings";

/** What a version learned and what may be expected of it, for those who answer for the line. */
export function TrainingReport({ project, version }: { project: Project; version: Version }) {
  return (
    <div className="flex flex-col gap-4">
      <Card className="p-5">
        <PromiseText promise={version.promise} />
      </Card>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Part title={t("report.learned")}>
          <p>
            {plural("report.learnedText", version.good_images, {
              date: formatDate(version.created_at),
              by: version.created_by ?? t("report.program"),
            })}
          </p>
          <Chosen version={version} />
        </Part>
        <Part title={t("report.defects")}>
          {version.metrics && version.metrics.defects > 0 ? (
            <Found metrics={version.metrics} />
          ) : (
            <p className="text-ink-soft">
              {t(project.defect_images > 0 ? "report.notAsked" : "report.noDefects")}
            </p>
          )}
          <DefectTest project={project} version={version} />
        </Part>
      </div>
      <Part title={t("report.smallest")}>
        {version.blind_spots ? (
          <BlindSpotMap spots={version.blind_spots} />
        ) : (
          <p className="text-ink-soft">{t("report.noSmallest")}</p>
        )}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="flex flex-col gap-3 p-5">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </Card>
  );
}

/** Every setting, whether somebody chose it or tuning did. */
function Chosen({ version }: { version: Version }) {
  const { seed, max_false_reject: rate, ...method } = version.settings;
  const facts: [string, string][] = [
    [t("report.method"), version.method],
    [t("report.encoder"), t("report.encoderAt", { encoder: version.encoder, size: String(version.size) })],
    [settingName("taps"), version.taps.join(", ")],
    [settingName("max_false_reject"), formatOdds(rate)],
    ...Object.entries(method)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]): [string, string] => [settingName(name), settingValue(name, value)]),
    [settingName("seed"), String(seed)],
    [settingName("bytes"), formatBytes(version.bytes)],
  ];
  return (
    <>
      {version.remark !== "" && <p className="text-ink-soft">{version.remark}</p>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <Measure key={name} name={name} value={value} />
        ))}
      </dl>
    </>
  );
}

function Found({ metrics }: { metrics: Metrics }) {
  const share = metrics.detected / metrics.defects;
  const measures = [
    [t("report.imageAuroc"), metrics.image_auroc],
    [t("report.pixelAuroc"), metrics.pixel_auroc],
    [t("report.aupro"), metrics.aupro],
  ] as const;
  return (
    <>
      <p className="text-lg font-medium">
        {t("report.found", { found: metrics.detected, all: metrics.defects })}
      </p>
      <div aria-hidden className="h-2 overflow-hidden rounded-full bg-fail">
        <div className="h-full bg-pass" style={{ width: `${String(share * 100)}%` }} />
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm tabular-nums">
        {metrics.defect_types.map((type) => (
          <Measure
            key={type.name}
            name={type.name || t("report.untyped")}
            value={t("report.of", { found: type.detected, all: type.defects })}
          />
        ))}
        {measures.map(
          ([name, value]) => value != null && <Measure key={name} name={name} value={formatMetric(value)} />,
        )}
      </dl>
      <p className="text-sm text-ink-soft">{t("report.foundText")}</p>
    </>
  );
}

function Measure({ name, value }: { name: string; value: string }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 text-right break-words">{value}</dd>
    </div>
  );
}
