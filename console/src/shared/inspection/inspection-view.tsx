import { useState, type ReactNode } from "react";
import type { Inspected } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { formatNumber } from "@/shared/lib/format";
import { InspectedPicture } from "./inspected-picture";
import { formatMultiple, formatShare } from "./numbers";
import { ScoreGauge } from "./score-gauge";
import { VerdictBanner } from "./verdict";
import { Why } from "./why";

interface InspectionViewProps {
  item: Inspected;
  /** What can be done about the verdict. */
  teach: ReactNode;
  /** More that is known of it. */
  children?: ReactNode;
}

/** All of one verdict: what, how sure, where, and why. */
export function InspectionView({ item, teach, children }: InspectionViewProps) {
  const [chosen, setChosen] = useState({ sequence: item.sequence, region: 0 });
  const region = chosen.sequence === item.sequence ? chosen.region : 0;
  const onRegion = (next: number) => {
    setChosen({ sequence: item.sequence, region: next });
  };
  const where = item.regions.length > 0 ? plural("inspection.regions", item.regions.length) : item.filename;
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] lg:grid-rows-[auto_1fr]">
      <div className="flex min-w-0 flex-col gap-5 lg:col-start-2">
        <VerdictBanner
          verdict={item.verdict}
          text={[
            item.score_ratio != null && t("inspection.ratio", { ratio: formatMultiple(item.score_ratio) }),
            where,
          ]
            .filter(Boolean)
            .join(" · ")}
        />
        <ScoreGauge item={item} />
        {teach}
      </div>
      <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        <InspectedPicture item={item} region={region} onRegion={onRegion} />
      </div>
      <div className="flex min-w-0 flex-col gap-5 lg:col-start-2">
        <section className="flex flex-col gap-2">
          <h3 className="font-semibold">{t("why.title")}</h3>
          <Why item={item} region={region} onRegion={onRegion} />
        </section>
        <Facts item={item} />
        {children}
      </div>
    </div>
  );
}

function Facts({ item }: { item: Inspected }) {
  const { total_ms: total, ...stages } = item.timings;
  const facts: [string, string, string?][] = [
    [t("fact.file"), item.filename],
    [t("fact.p"), formatNumberOf(item.p_value), t("fact.pText")],
    [t("fact.share"), formatShare(item.anomalous_share)],
    [
      t("fact.version"),
      t("fact.versionValue", { label: item.model_version, revision: item.threshold_revision }),
    ],
    [
      t("fact.time"),
      t("search.milliseconds", { time: formatNumber(total) }),
      Object.entries(stages)
        .map(([stage, time]) =>
          t("fact.stage", { stage: stage.replace("_ms", ""), time: formatNumber(time) }),
        )
        .join(", "),
    ],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      {facts.map(([name, value, text]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid" title={text}>
          <dt className="text-ink-soft">{name}</dt>
          <dd className="min-w-0 text-right break-words tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const formatNumberOf = (p: number) => p.toPrecision(2);
