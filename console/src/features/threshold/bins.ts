import type { Bands } from "@/shared/api/inspection";

/** What lies beyond so many times the failing score is drawn in the last bin. */
const MOST = 3;
const BINS = 48;

export interface Bin {
  good: number;
  defects: number;
}

export interface Histogram {
  /** From 0 to this score; the last bin holds all beyond it, too. */
  most: number;
  bins: Bin[];
  tallest: number;
}

/** Held-out good parts and labelled defects, counted by score. */
export function histogramOf(good: readonly number[], defects: readonly number[], fail: number): Histogram {
  const most = Math.max(fail * 1.2, Math.min(MOST * fail, Math.max(...good, ...defects, 0) * 1.02));
  const bins = Array.from({ length: BINS }, (): Bin => ({ good: 0, defects: 0 }));
  const count = (score: number, kind: keyof Bin) => {
    const bin = bins[Math.max(0, Math.min(BINS - 1, Math.floor((score / most) * BINS)))];
    if (bin !== undefined) bin[kind] += 1;
  };
  for (const score of good) count(score, "good");
  for (const score of defects) count(score, "defects");
  return { most, bins, tallest: Math.max(1, ...bins.map((bin) => Math.max(bin.good, bin.defects))) };
}

/** How scores fall into the bands of a threshold; what lies on a limit is below it, as the server has it. */
export function bandsOf(scores: readonly number[], { warn, fail }: { warn: number; fail: number }): Bands {
  const above = (limit: number) => scores.filter((score) => score > limit).length;
  return { pass: scores.length - above(warn), warn: above(warn) - above(fail), fail: above(fail) };
}
