import { useVirtualizer } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import type { Selection } from "./selection";
import { Thumbnail, type ThumbnailPicture } from "./thumbnail";

const GAP = 12;
const CAPTION = 24;

interface PictureGridProps {
  label: string;
  pictures: readonly ThumbnailPicture[];
  selection: Selection;
  /** Shown in the panel beside the grid. */
  openId?: string | undefined;
  onOpen: (id: string) => void;
  onDelete?: (() => void) | undefined;
  onEndNear?: (() => void) | undefined;
}

/** How far each arrow key goes, given the number of columns. */
function step(key: string, columns: number): number | null {
  switch (key) {
    case "ArrowRight":
      return 1;
    case "ArrowLeft":
      return -1;
    case "ArrowDown":
      return columns;
    case "ArrowUp":
      return -columns;
    default:
      return null;
  }
}

/** Any number of thumbnails, of which those in view are drawn; chosen by mouse, touch or keys. */
export function PictureGrid({
  label,
  pictures,
  selection,
  openId,
  onOpen,
  onDelete,
  onEndNear,
}: PictureGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [current, setCurrent] = useState(0);
  const smallest = width < 640 ? 100 : 152;
  const columns = Math.max(2, Math.floor((width + GAP) / (smallest + GAP)));
  const rowHeight = (width - GAP * (columns - 1)) / columns + CAPTION + GAP;
  const rows = Math.ceil(pictures.length / columns);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing that it gives is passed on
  const virtual = useVirtualizer({
    count: width > 0 ? rows : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
  });
  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);

  const visible = virtual.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows > 0 && lastVisible >= rows - 6) onEndNear?.();
  }, [lastVisible, rows, onEndNear]);

  const press = useCallback(
    (index: number, event: MouseEvent, onCheck: boolean) => {
      setCurrent(index);
      const id = pictures[index]?.image_id;
      if (event.shiftKey) selection.extendTo(index);
      else if (onCheck || event.ctrlKey || event.metaKey) selection.toggle(index);
      else if (id !== undefined) onOpen(id);
    },
    [pictures, selection, onOpen],
  );

  function go(to: number, extend: boolean) {
    const index = Math.max(0, Math.min(pictures.length - 1, to));
    setCurrent(index);
    virtual.scrollToIndex(Math.floor(index / columns));
    requestAnimationFrame(() => {
      scroller.current
        ?.querySelector<HTMLElement>(`[data-index="${String(index)}"]`)
        ?.focus({ preventScroll: true });
    });
    if (extend) selection.extendTo(index);
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = step(event.key, columns);
    if (by !== null) go(current + by, event.shiftKey);
    else if (event.key === "Home") go(0, event.shiftKey);
    else if (event.key === "End") go(pictures.length - 1, event.shiftKey);
    else if (event.key === " ") selection.toggle(current);
    else if (event.key === "a" && (event.ctrlKey || event.metaKey)) selection.all();
    else if (event.key === "Escape" && selection.ids.size > 0) selection.clear();
    else if (event.key === "Delete" && selection.ids.size > 0) onDelete?.();
    else if (event.key === "Enter" && pictures[current] !== undefined) onOpen(pictures[current].image_id);
    else return;
    event.preventDefault();
  }

  return (
    <div ref={scroller} className="h-full overflow-y-auto px-4 pt-1 pb-24 sm:px-6" data-testid="grid">
      <div
        ref={list}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-multiselectable
        onKeyDown={onKeyDown}
        className="relative w-full"
        style={{ height: virtual.getTotalSize() }}
      >
        {visible.map((row) => (
          <div
            key={row.key}
            role="presentation"
            className="absolute top-0 left-0 grid w-full"
            style={{
              transform: `translateY(${String(row.start)}px)`,
              gap: GAP,
              gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))`,
            }}
          >
            {pictures.slice(row.index * columns, (row.index + 1) * columns).map((picture, column) => {
              const index = row.index * columns + column;
              return (
                <Thumbnail
                  key={picture.image_id}
                  picture={picture}
                  index={index}
                  count={pictures.length}
                  selected={selection.ids.has(picture.image_id)}
                  selecting={selection.ids.size > 0}
                  open={picture.image_id === openId}
                  reachable={index === Math.min(current, pictures.length - 1)}
                  onPress={press}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The same, before it is known what is in it. */
export function GridSkeleton({ label }: { label: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="grid grid-cols-[repeat(auto-fill,minmax(100px,1fr))] gap-3 px-4 pt-1 sm:grid-cols-[repeat(auto-fill,minmax(152px,1fr))] sm:px-6"
    >
      {Array.from({ length: 24 }, (_, cell) => (
        <div key={cell} aria-hidden className="mb-6 aspect-square animate-pulse rounded-md bg-hover" />
      ))}
    </div>
  );
}
