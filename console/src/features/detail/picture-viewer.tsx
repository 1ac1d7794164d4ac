import { Maximize, Minus, Plus, X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useEffect, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Image } from "@/shared/api/schemas";
import { t } from "@/shared/i18n/text";
import { formatPercent } from "@/shared/lib/format";
import { Boxes } from "@/shared/pictures/boxes";
import { IconButton } from "@/shared/ui/button";

const STEP = 1.3;
const MOST = 24;
const PAN_PIXELS = 60;

interface View {
  scale: number;
  x: number;
  y: number;
}

const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** The whole window for one picture: wheel and keys zoom, dragging moves. */
export function PictureViewer({
  image,
  boxes,
  onClose,
}: {
  image: Image;
  boxes: boolean;
  onClose: () => void;
}) {
  const [stage, setStage] = useState<HTMLDivElement | null>(null); // mounted later than this component
  const [view, setView] = useState(WHOLE);
  const [source, setSource] = useState(image.original_url);

  /** Zooms so that what lies under a point, counted from the middle, stays there. */
  function zoom(factor: number, at = { x: 0, y: 0 }) {
    setView(({ scale, x, y }) => {
      const next = Math.max(1, Math.min(MOST, scale * factor));
      if (next === 1) return WHOLE;
      const by = next / scale;
      return { scale: next, x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by };
    });
  }

  useEffect(() => {
    if (stage === null) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault(); // React's own listener is passive and could not
      const around = stage.getBoundingClientRect();
      const at = {
        x: event.clientX - around.x - around.width / 2,
        y: event.clientY - around.y - around.height / 2,
      };
      zoom(Math.exp(-event.deltaY / 400), at);
    };
    stage.addEventListener("wheel", wheel, { passive: false });
    return () => {
      stage.removeEventListener("wheel", wheel);
    };
  }, [stage]);

  function pan(event: PointerEvent) {
    if (event.buttons !== 1 || view.scale === 1) return;
    setView((before) => ({ ...before, x: before.x + event.movementX, y: before.y + event.movementY }));
  }

  function onKeyDown(event: KeyboardEvent) {
    const move = (x: number, y: number) => {
      setView((before) => ({ ...before, x: before.x + x, y: before.y + y }));
    };
    const keys: Record<string, () => void> = {
      "+": () => {
        zoom(STEP);
      },
      "=": () => {
        zoom(STEP);
      },
      "-": () => {
        zoom(1 / STEP);
      },
      "0": () => {
        setView(WHOLE);
      },
      ArrowLeft: () => {
        move(PAN_PIXELS, 0);
      },
      ArrowRight: () => {
        move(-PAN_PIXELS, 0);
      },
      ArrowUp: () => {
        move(0, PAN_PIXELS);
      },
      ArrowDown: () => {
        move(0, -PAN_PIXELS);
      },
    };
    keys[event.key]?.();
  }

  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-50 flex flex-col bg-canvas outline-none"
        >
          <div className="flex items-center gap-1 border-b border-line bg-surface py-1.5 pr-2 pl-4">
            <Radix.Title className="min-w-0 grow truncate font-medium">{image.name}</Radix.Title>
            <span className="text-sm text-ink-soft tabular-nums">{formatPercent(view.scale)}</span>
            <IconButton
              label={t("detail.zoomOut")}
              onClick={() => {
                zoom(1 / STEP);
              }}
            >
              <Minus size={17} />
            </IconButton>
            <IconButton
              label={t("detail.zoomIn")}
              onClick={() => {
                zoom(STEP);
              }}
            >
              <Plus size={17} />
            </IconButton>
            <IconButton
              label={t("detail.whole")}
              onClick={() => {
                setView(WHOLE);
              }}
            >
              <Maximize size={17} />
            </IconButton>
            <Radix.Close asChild>
              <IconButton label={t("close")}>
                <X size={18} />
              </IconButton>
            </Radix.Close>
          </div>
          <div
            ref={setStage}
            onPointerMove={pan}
            className="grid min-h-0 grow touch-none place-items-center overflow-hidden p-4"
          >
            <div
              className="relative max-h-full max-w-full"
              style={{
                aspectRatio: `${String(image.width)} / ${String(image.height)}`,
                height: `min(100%, calc((100vw - 2rem) * ${String(image.height / image.width)}))`,
                transform: `translate(${String(view.x)}px, ${String(view.y)}px) scale(${String(view.scale)})`,
              }}
            >
              <img
                src={source}
                alt={image.name}
                draggable={false}
                className="size-full rounded-sm"
                onError={() => {
                  setSource(image.preview_url);
                }} // a kind that browsers cannot show, such as TIFF
              />
              {boxes && <Boxes objects={image.objects} width={image.width} height={image.height} />}
            </div>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
