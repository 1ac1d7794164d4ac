import type { ReactNode } from "react";
import type { Metrics, Version } from "@/shared/api/inspection";
import { isMessage, plural, t } from "@/shared/i18n/text";
import { formatBytes, formatDate } from "@/shared/lib/format";
import { Card } from "@/shared/ui/page";
import { BlindSpotMap } from "./blind-spot-map";
import { formatShare } from "./numbers";
import { PromiseText } from "./promise";

/** What a version learned and what may be expected of it, for those who answer for the line. */
export function TrainingReport({ version }: { version: Version }) {
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
              by: version.created_by,
            })}
          </p>
          <Chosen version={version} />
        </Part>
        <Part title={t("report.defects")}>
          {version.metrics && version.metrics.defects > 0 ? (
            <Found metrics={version.metrics} />
          ) : (
            <p className="text-ink-soft">{t("report.noDefects")}</p>
          )}
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
  const facts: [string, string][] = [
    [t("report.method"), version.method],
    [t("report.encoder"), t("report.encoderAt", { encoder: version.encoder, size: String(version.size) })],
    ...Object.entries(version.settings)
      .filter(([, value]) => value !== null && value !== "")
      .map(([name, value]): [string, string] => [nameOf(name), String(value)]),
    [t("report.bytes"), formatBytes(version.bytes)],
  ];
  return (
    <>
      {version.remark !== "" && <p className="text-ink-soft">{version.remark}</p>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="min-w-0 text-right break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function nameOf(setting: string): string {
  const key = `report.setting.${setting}`;
  return isMessage(key) ? t(key) : setting.replaceAll("_", " ");
}

function Found({ metrics }: { metrics: Metrics }) {
  const share = metrics.detected / metrics.defects;
  return (
    <>
      <p className="text-lg font-medium">
        {t("report.found", { found: metrics.detected, all: metrics.defects })}
      </p>
      <div aria-hidden className="h-2 overflow-hidden rounded-full bg-fail">
        <div className="h-full bg-pass" style={{ width: `${String(share * 100)}%` }} />
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm tabular-nums">
        {metrics.image_auroc != null && (
          <Measure name={t("report.imageAuroc")} value={metrics.image_auroc.toFixed(3)} />
        )}
        {metrics.pixel_auroc != null && (
          <Measure name={t("report.pixelAuroc")} value={metrics.pixel_auroc.toFixed(3)} />
        )}
        <Measure name={t("report.foundShare")} value={formatShare(share)} />
      </dl>
      <p className="text-sm text-ink-soft">{t("report.foundText")}</p>
    </>
  );
}

function Measure({ name, value }: { name: string; value: string }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="text-right">{value}</dd>
    </div>
  );
}
