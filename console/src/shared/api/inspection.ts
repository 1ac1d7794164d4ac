import type { components } from "@generated/api";
import type { Box } from "./schemas";

type Schemas = components["schemas"];

/** The answers of the inspection part of the API, by the names that the page calls them. */

export type Verdict = "PASS" | "WARN" | "FAIL";
export type Label = Part["label"];

export type Project = Schemas["Project"];
export type Part = Schemas["ProjectImageView"];
export type AddedPart = Schemas["Added"];

export interface TrainingOptions {
  methods: { id: string; description: string }[];
  encoders: { id: string; description: string; default_size: number }[];
  defaults: {
    method: string;
    encoder: string;
    size: number;
    seed: number;
    max_false_reject: number;
    blind_spot_trials: number;
  };
}

export interface RatePromise {
  /** The share of good parts that was asked for, 0 to 1. */
  rate: number;
  /** How many held-out good pictures it rests on. */
  pictures: number;
  /** What so many pictures support, at 95 %. */
  upper_limit: number;
  extrapolated: boolean;
}

export interface Promises {
  fail: RatePromise;
  warn: RatePromise;
}

export interface Threshold {
  warn: number;
  fail: number;
  pixel: number;
  grow: number;
  revision: number;
  by: "training" | "rate" | "value";
}

/** Shares of the picture's side; null where it is beyond what was tried, or not known. */
export interface SmallestFound {
  size: number | null;
  low: number | null;
  high: number | null;
}

export interface BlindSpots {
  trials: number;
  overall: SmallestFound;
  kinds: Record<string, SmallestFound>;
  /** Row by row, a square of them. */
  cells: (number | null)[];
}

export interface Version {
  version_id: string;
  label: string;
  major: number;
  minor: number;
  created_at: string;
  created_by: string;
  active: boolean;
  method: string;
  encoder: string;
  taps?: string | null;
  size: number;
  bytes: number;
  good_images: number;
  job_id?: string | null;
  parent_version_id?: string | null;
  change: "training" | "upload" | "correction" | "undo";
  settings: Record<string, string | number | boolean | null>;
  remark: string;
  promise: Promises;
  threshold: Threshold;
  metrics?: Metrics | null;
  blind_spots?: BlindSpots | null;
}

export interface Metrics {
  defects: number;
  detected: number;
  image_auroc?: number | null;
  pixel_auroc?: number | null;
}

export interface VersionDetail extends Version {
  snapshot: { image_id: string; name: string; sha256: string }[];
}

export interface Comparison {
  a: Version;
  b: Version;
  differences: { field: string; a: string; b: string }[];
  images_added: number;
  images_removed: number;
}

export interface ScoredDefect {
  image_id: string;
  name: string;
  score: number;
}

export interface Scores {
  held_out: number[];
  defects: ScoredDefect[];
  threshold: Threshold;
}

export interface Bands {
  pass: number;
  warn: number;
  fail: number;
}

export interface ThresholdPreview {
  threshold: Threshold;
  promise: Promises;
  supported: string;
  bands: { held_out: Bands; defects: Bands };
  flips: {
    examined: number;
    to_pass: HistoryItem[];
    to_warn: HistoryItem[];
    to_fail: HistoryItem[];
    counts: { to_pass: number; to_warn: number; to_fail: number };
  };
}

export interface NearestNormal {
  image_id: string;
  name: string;
  box: Box;
  picture_url: string;
}

export interface Region {
  box: Box;
  area: number;
  area_share: number;
  score: number;
  nearest: NearestNormal[];
}

export interface Inspected {
  filename: string;
  sequence: number;
  verdict: Verdict;
  score: number;
  /** From above this score on a part fails. */
  threshold: number;
  warn_threshold: number;
  score_ratio: number;
  p_value: number;
  anomalous_share: number;
  width: number;
  height: number;
  picture_url: string;
  heatmap_url: string;
  overlay_url: string;
  mask_url: string;
  regions: Region[];
  model_version: string;
  version_id: string;
  threshold_revision: number;
  timings: Record<string, number>;
}

/** One of the items of an answer: an inspection, or why there is none. */
export type InspectItem = Inspected & { error?: { code: string; detail: string } | null };

export interface HistoryItem extends Inspected {
  at: string;
  operator: { user_id?: string | null; name: string };
  picture_sha256: string;
  hash: string;
  previous_hash: string;
}

export interface Verification {
  valid: boolean;
  rows: number;
  head: string;
  first_problem?: { sequence: number; problem: "changed" | "missing" | "reordered"; detail: string } | null;
}

export interface CorrectionPreview {
  score_before: number;
  score_after: number;
  verdict_before: Verdict;
  verdict_after: Verdict;
  threshold_before: number;
  threshold_after: number;
  escapes: { image_id: string; name: string; score_before: number; score_after: number }[];
  flips: (HistoryItem & { verdict_after: Verdict })[];
  examined: number;
  of: number;
}

export interface Correction {
  name: string;
  kind: "normal" | "defect";
  image_id?: string | null;
  at: string;
  version_label: string;
  preview_url?: string | null;
}
