import type { Inspected, Region } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";
import { CroppedPicture } from "./cropped-picture";
import { formatScore, formatShare } from "./numbers";

interface WhyProps {
  item: Inspected;
  region: number;
  onRegion: (region: number) => void;
}

const CONTEXT = 1.6; // of the box is shown around it

/** For each region the place itself, beside the normal places that come nearest to it. */
export function Why({ item, region, onRegion }: WhyProps) {
  const shown = item.regions[region];
  if (shown === undefined) return <p className="text-sm text-ink-soft">{t("why.nothing")}</p>;
  return (
    <div className="flex flex-col gap-3">
      {item.regions.length > 1 && (
        <div role="group" aria-label={t("why.regions")} className="flex flex-wrap gap-1.5">
          {item.regions.map((_, index) => (
            <button
              key={index}
              type="button"
              aria-pressed={index === region}
              aria-label={t("why.region", { number: index + 1 })}
              className={classNames(
                "h-8 min-w-8 rounded-md px-2 text-sm font-medium tabular-nums",
                index === region ? "bg-accent text-on-accent" : "bg-sunken text-ink-soft hover:bg-hover",
              )}
              onClick={() => {
                onRegion(index);
              }}
            >
              {index + 1}
            </button>
          ))}
        </div>
      )}
      <RegionReasons item={item} region={shown} />
    </div>
  );
}

function RegionReasons({ item, region }: { item: Inspected; region: Region }) {
  const boxes = [region.box, ...region.nearest.map((each) => each.box)];
  const side = CONTEXT * Math.max(...boxes.flatMap((box) => [box.width, box.height]));
  return (
    <div className="flex flex-col gap-2" data-testid="why">
      <p className="text-sm text-ink-soft">
        {t("why.facts", {
          score: formatScore(region.score),
          share: formatShare(region.area_share),
        })}
      </p>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-2 xl:grid-cols-4">
        <figure>
          <CroppedPicture
            key={item.picture_url}
            url={item.picture_url}
            alt={t("why.here")}
            box={region.box}
            side={side}
          />
          <figcaption className="mt-1 text-xs font-medium">{t("why.here")}</figcaption>
        </figure>
        {region.nearest.map((normal, index) => (
          <figure key={index}>
            {normal.picture_url ? (
              <CroppedPicture
                key={normal.picture_url}
                url={normal.picture_url}
                alt={t("why.normal", { name: normal.name })}
                box={normal.box}
                side={side}
              />
            ) : (
              <p className="grid aspect-square place-items-center rounded-md bg-sunken p-1 text-center text-xs text-ink-soft">
                {t("why.gone")}
              </p>
            )}
            <figcaption className="mt-1 truncate text-xs text-ink-soft" title={normal.name}>
              {normal.name}
            </figcaption>
          </figure>
        ))}
      </div>
      <p className="text-sm text-ink-soft">
        {region.nearest.length === 0 ? t("why.noNearest") : plural("why.nearest", region.nearest.length)}
      </p>
    </div>
  );
}
