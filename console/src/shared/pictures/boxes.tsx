import type { FoundObject } from "@/shared/api/schemas";
import { t } from "@/shared/i18n/text";
import { formatPercent } from "@/shared/lib/format";

interface BoxesProps {
  objects: readonly FoundObject[];
  /** Of the upright picture, in pixels. */
  width: number;
  height: number;
}

/** Found objects over a picture of any size; the element around it must be as large as the picture, and positioned. */
export function Boxes({ objects, width, height }: BoxesProps) {
  return objects.map(({ label, score, box }, index) => (
    <div
      key={index}
      className="pointer-events-none absolute rounded-sm border-2 border-on-picture shadow-low outline outline-below-picture"
      style={{
        left: `${String((box.x / width) * 100)}%`,
        top: `${String((box.y / height) * 100)}%`,
        width: `${String((box.width / width) * 100)}%`,
        height: `${String((box.height / height) * 100)}%`,
      }}
    >
      <span className="absolute top-0 left-0 rounded-br-sm bg-below-picture px-1.5 text-xs whitespace-nowrap text-on-picture">
        {t("picture.object", { label, score: formatPercent(score) })}
      </span>
    </div>
  ));
}
