import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { plural, t } from "@/shared/i18n/text";
import { formatScore } from "@/shared/inspection/numbers";
import type { Histogram } from "./bins";

interface ScorePlotProps {
  histogram: Histogram;
  good: number;
  defects: number;
  warn: number;
  fail: number;
  enabled: boolean;
  onFail: (fail: number) => void;
}

const WIDTH = 960;
const HEIGHT = 200;
const STEPS = 200; // of the arrow keys, over the whole plot

/** Scores of good parts and defects, and the failing score as a line that can be moved by hand or by keys. */
export function ScorePlot({ histogram, good, defects, warn, fail, enabled, onFail }: ScorePlotProps) {
  const plot = useRef<HTMLDivElement>(null);
  const { most, bins, tallest } = histogram;
  const percent = (score: number) => `${String(Math.max(0, Math.min(1, score / most)) * 100)}%`;
  const width = WIDTH / bins.length;

  function to(event: PointerEvent) {
    const around = plot.current?.getBoundingClientRect();
    if (around === undefined) return;
    const share = Math.max(0.002, Math.min(1, (event.clientX - around.x) / around.width));
    onFail(share * most);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = most / STEPS;
    const by: Record<string, number> = {
      ArrowLeft: -step,
      ArrowDown: -step,
      ArrowRight: step,
      ArrowUp: step,
      PageDown: -10 * step,
      PageUp: 10 * step,
      Home: -most,
      End: most,
    };
    const change = by[event.key];
    if (change === undefined) return;
    event.preventDefault();
    onFail(Math.max(step, Math.min(most, fail + change)));
  }

  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        <Key colour="bg-good">{plural("threshold.good", good)}</Key>
        <Key colour="bg-bad">{plural("threshold.defects", defects)}</Key>
      </figcaption>
      <div
        ref={plot}
        className="relative touch-none pt-7 select-none"
        onPointerMove={(event) => {
          if (enabled && event.buttons === 1) to(event);
        }}
      >
        <svg
          viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t("threshold.plot", { good, defects })}
          className="h-52 w-full rounded-md bg-sunken"
        >
          {bins.map((bin, index) => (
            <g key={index}>
              <Bar x={index * width} width={width / 2} share={bin.good / tallest} className="fill-good" />
              <Bar
                x={index * width + width / 2}
                width={width / 2}
                share={bin.defects / tallest}
                className="fill-bad"
              />
            </g>
          ))}
        </svg>
        <div
          aria-hidden
          className="pointer-events-none absolute top-7 bottom-0 border-l-2 border-dashed border-warn"
          style={{ left: percent(warn) }}
        />
        <div
          role="slider"
          tabIndex={enabled ? 0 : -1}
          aria-label={t("threshold.fails")}
          aria-valuemin={0}
          aria-valuemax={most}
          aria-valuenow={fail}
          aria-valuetext={formatScore(fail)}
          aria-disabled={!enabled}
          data-testid="threshold"
          onKeyDown={enabled ? onKeyDown : undefined}
          onPointerDown={(event) => {
            if (enabled) event.currentTarget.setPointerCapture(event.pointerId);
          }}
          className="absolute top-0 bottom-0 -ml-4 w-8 cursor-ew-resize outline-offset-0"
          style={{ left: percent(fail) }}
        >
          <span className="absolute top-0 left-1/2 -translate-x-1/2 rounded-sm bg-ink px-1.5 py-0.5 text-xs font-medium whitespace-nowrap text-surface tabular-nums">
            {formatScore(fail)}
          </span>
          <span aria-hidden className="absolute top-6 bottom-0 left-1/2 w-0.5 -translate-x-1/2 bg-ink" />
        </div>
      </div>
      <div aria-hidden className="flex justify-between text-xs text-ink-soft tabular-nums">
        <span>{formatScore(0).replace(/\.0+$/, "")}</span>
        <span>{t("threshold.axis")}</span>
        <span>{formatScore(most)}</span>
      </div>
    </figure>
  );
}

function Bar(props: { x: number; width: number; share: number; className: string }) {
  const height = props.share * (HEIGHT - 8);
  return (
    <rect x={props.x} y={HEIGHT - height} width={props.width} height={height} className={props.className} />
  );
}

function Key({ colour, children }: { colour: string; children: React.ReactNode }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className={`size-3 rounded-sm ${colour}`} />
      {children}
    </span>
  );
}
