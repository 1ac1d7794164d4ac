import { Check } from "lucide-react";
import { memo, useEffect, useState, type MouseEvent } from "react";
import { classNames } from "@/shared/lib/class-names";

export interface ThumbnailPicture {
  image_id: string;
  name: string;
  preview_url: string;
  /** Said below the name: a similarity, a count. */
  note?: string;
  /** The note says something bad. */
  bad?: boolean;
}

interface ThumbnailProps {
  picture: ThumbnailPicture;
  index: number;
  count: number;
  selected: boolean;
  selecting: boolean;
  open: boolean;
  reachable: boolean;
  onPress: (index: number, event: MouseEvent, onCheck: boolean) => void;
}

const PASSING_MS = 100;

/** False at first, true a moment later: of what only passes by while somebody scrolls, no picture is loaded. */
function useStays(): boolean {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setStays(true);
    }, PASSING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return stays;
}

/** One picture of a grid: opened by a click, selected by its check mark or with Ctrl and Shift held. */
export const Thumbnail = memo(function Thumbnail(props: ThumbnailProps) {
  const { picture, index, selected, open } = props;
  const stays = useStays();
  return (
    // Keys are the grid's business: it knows what lies above and below.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={props.count}
      aria-label={picture.note === undefined ? picture.name : `${picture.name}, ${picture.note}`}
      tabIndex={props.reachable ? 0 : -1}
      data-index={index}
      onClick={(event) => {
        props.onPress(index, event, (event.target as Element).closest("[data-check]") !== null);
      }}
      className="group min-w-0 cursor-pointer rounded-md select-none"
    >
      <div
        className={classNames(
          "relative aspect-square overflow-hidden rounded-md bg-sunken transition-shadow",
          selected
            ? "ring-3 ring-accent"
            : open
              ? "ring-2 ring-line-strong"
              : "ring-1 ring-line group-hover:ring-line-strong",
        )}
      >
        {stays && (
          <img
            src={picture.preview_url}
            alt=""
            decoding="async"
            draggable={false}
            className={classNames(
              "size-full object-cover transition-transform duration-150",
              selected && "scale-[0.94] rounded-sm",
            )}
          />
        )}
        <span
          data-check
          aria-hidden
          className={classNames(
            "absolute top-0 left-0 p-2 transition-opacity",
            selected || props.selecting ? "opacity-100" : "opacity-0 group-hover:opacity-100",
          )}
        >
          <span
            className={classNames(
              "grid size-5.5 place-items-center rounded-full border-2 shadow-low",
              selected ? "border-accent bg-accent text-on-accent" : "border-on-picture bg-below-picture",
            )}
          >
            {selected && <Check size={13} strokeWidth={3.2} />}
          </span>
        </span>
        {picture.note !== undefined && (
          <span
            className={classNames(
              "absolute right-1.5 bottom-1.5 max-w-[calc(100%-0.75rem)] truncate rounded-sm px-1.5 py-0.5 text-xs tabular-nums",
              picture.bad === true ? "bg-bad text-on-bad" : "bg-below-picture font-mono text-on-picture",
            )}
          >
            {picture.note}
          </span>
        )}
      </div>
      <p className="mt-1 truncate px-0.5 text-xs text-ink-soft group-hover:text-ink">{picture.name}</p>
    </div>
  );
});
