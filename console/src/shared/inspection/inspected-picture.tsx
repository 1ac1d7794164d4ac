import { useId, useState } from "react";
import type { Inspected } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { formatPercent } from "@/shared/lib/format";
import { classNames } from "@/shared/lib/class-names";
import { HeatLegend } from "./heat-legend";

interface InspectedPictureProps {
  item: Inspected;
  /** The region whose reasons are shown. */
  region: number;
  onRegion: (region: number) => void;
}

const OPACITY = 0.45;

/** A part with its heatmap over it, as strong as one likes, and a box around each region. */
export function InspectedPicture({ item, region, onRegion }: InspectedPictureProps) {
  const slider = useId();
  const [opacity, setOpacity] = useState(OPACITY);
  const [boxes, setBoxes] = useState(true);
  const { width, height } = item;
  return (
    <div className="flex flex-col gap-3">
      <div className="rounded-lg bg-sunken p-2">
        <div
          className="relative mx-auto max-w-full"
          style={{
            aspectRatio: `${String(width)} / ${String(height)}`,
            width: `min(100%, calc(56vh * ${String(width / height)}))`,
          }}
        >
          <img src={item.picture_url} alt={item.filename} className="size-full rounded-sm" />
          <img
            src={item.heatmap_url}
            alt={t("heat.alt", { name: item.filename })}
            data-testid="heatmap"
            className="absolute inset-0 size-full rounded-sm"
            style={{ opacity }}
          />
          {boxes &&
            item.regions.map(({ box }, index) => (
              <button
                key={index}
                type="button"
                aria-label={t("why.region", { number: index + 1 })}
                aria-pressed={index === region}
                onClick={() => {
                  onRegion(index);
                }}
                className={classNames(
                  "absolute rounded-sm border-2 outline outline-below-picture hover:border-accent",
                  index === region ? "border-on-picture shadow-high" : "border-on-picture/60",
                )}
                style={{
                  left: `${String((box.x / width) * 100)}%`,
                  top: `${String((box.y / height) * 100)}%`,
                  width: `${String((box.width / width) * 100)}%`,
                  height: `${String((box.height / height) * 100)}%`,
                }}
              >
                <span className="absolute -top-px -left-px rounded-br-sm bg-below-picture px-1 text-xs font-medium text-on-picture">
                  {index + 1}
                </span>
              </button>
            ))}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <label htmlFor={slider} className="flex grow items-center gap-3 text-sm font-medium">
          <span className="shrink-0">{t("heat.opacity")}</span>
          <input
            id={slider}
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={opacity}
            aria-valuetext={formatPercent(opacity)}
            className="min-w-24 grow accent-accent"
            onChange={(event) => {
              setOpacity(Number(event.target.value));
            }}
          />
        </label>
        <label className="flex items-center gap-2 text-sm font-medium">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={boxes}
            onChange={(event) => {
              setBoxes(event.target.checked);
            }}
          />
          {t("heat.boxes")}
        </label>
      </div>
      <HeatLegend />
    </div>
  );
}
