import { Crop } from "lucide-react";
import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Box } from "@/shared/api/schemas";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";

interface CropperProps {
  url: string;
  name: string;
  /** Of the upright picture, in pixels; nothing means all of it. */
  crop: Box | null;
  onCrop: (crop: Box | null) => void;
  /** What a browser cannot show is shown by this one. */
  fallback?: string | undefined;
  /** The picture's own size, where the shown one is smaller. */
  size?: { width: number; height: number } | undefined;
  /** What the part is for; for a search where nothing is said. */
  texts?: { label: string; hint: string };
}

const LEAST = 0.04;
const STEP = 0.02;
const SEARCH = { label: t("crop.label"), hint: t("crop.hint") };

/** Shares of the shown picture, 0 to 1. */
interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

const clamp = (value: number) => Math.max(0, Math.min(1, value));

/** A picture on which a part is drawn by mouse, finger or keys: the part is what is searched for, or what is a defect. */
export function Cropper({ url, name, crop, onCrop, fallback, size, texts = SEARCH }: CropperProps) {
  const place = useRef<HTMLDivElement>(null);
  const [natural, setNatural] = useState(size ?? { width: 1, height: 1 });
  const [drawing, setDrawing] = useState<{ from: { x: number; y: number }; part: Part } | null>(null);
  const settled: Part | null = crop && {
    x: crop.x / natural.width,
    y: crop.y / natural.height,
    width: crop.width / natural.width,
    height: crop.height / natural.height,
  };
  const part = drawing?.part ?? settled;

  function settle(to: Part) {
    onCrop({
      x: Math.round(to.x * natural.width),
      y: Math.round(to.y * natural.height),
      width: Math.max(1, Math.round(to.width * natural.width)),
      height: Math.max(1, Math.round(to.height * natural.height)),
    });
  }

  function at(event: PointerEvent) {
    const around = place.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: clamp((event.clientX - around.x) / around.width),
      y: clamp((event.clientY - around.y) / around.height),
    };
  }

  function draw(event: PointerEvent) {
    if (drawing === null) return;
    const to = at(event);
    const { from } = drawing;
    setDrawing({
      from,
      part: {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      },
    });
  }

  function finish() {
    if (drawing === null) return;
    setDrawing(null);
    if (drawing.part.width < LEAST || drawing.part.height < LEAST)
      onCrop(null); // a click: all of it again
    else settle(drawing.part);
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[
      event.key
    ];
    const [x = 0, y = 0] = by ?? [];
    if (event.key === "Enter" && settled === null) settle({ x: 0.25, y: 0.25, width: 0.5, height: 0.5 });
    else if (by !== undefined && settled !== null && event.shiftKey) {
      const width = Math.max(LEAST, Math.min(1 - settled.x, settled.width + x));
      const height = Math.max(LEAST, Math.min(1 - settled.y, settled.height + y));
      settle({ ...settled, width, height });
    } else if (by !== undefined && settled !== null) {
      const left = Math.max(0, Math.min(1 - settled.width, settled.x + x));
      const top = Math.max(0, Math.min(1 - settled.height, settled.y + y));
      settle({ ...settled, x: left, y: top });
    } else return;
    event.preventDefault();
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="grid place-items-center overflow-hidden rounded-lg bg-sunken">
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it takes keys, as its label says */}
        <div
          ref={place}
          role="application"
          aria-label={texts.label}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          data-testid="cropper"
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrawing({ from: at(event), part: { ...at(event), width: 0, height: 0 } });
          }}
          onPointerMove={draw}
          onPointerUp={finish}
          className="relative cursor-crosshair touch-none overflow-hidden rounded-lg select-none"
        >
          <img
            src={url}
            alt={name}
            draggable={false}
            className="max-h-72"
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
              if (size === undefined) setNatural({ width, height });
            }}
            onError={({ currentTarget }) => {
              if (fallback !== undefined && currentTarget.src !== fallback) currentTarget.src = fallback;
            }}
          />
          {part !== null && (
            <div
              className="absolute rounded-sm border-2 border-on-picture shadow-[0_0_0_2000px_var(--below-picture)]"
              style={{
                left: `${String(part.x * 100)}%`,
                top: `${String(part.y * 100)}%`,
                width: `${String(part.width * 100)}%`,
                height: `${String(part.height * 100)}%`,
              }}
            />
          )}
        </div>
      </div>
      <p className="flex min-h-9 items-center gap-2 text-sm text-ink-soft">
        <Crop size={15} aria-hidden className="shrink-0" />
        <span className="grow">
          {crop === null
            ? texts.hint
            : t("crop.size", { width: String(crop.width), height: String(crop.height) })}
        </span>
        {crop !== null && (
          <Button
            look="quiet"
            onClick={() => {
              onCrop(null);
            }}
          >
            {t("crop.clear")}
          </Button>
        )}
      </p>
    </div>
  );
}
