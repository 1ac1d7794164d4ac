import type { components } from "@generated/api";

type Schemas = components["schemas"];

/** The answers of the inspection part of the API, by the names that the page calls them. */

export type Label = Part["label"];

export type Project = Schemas["Project"];
export type Part = Schemas["ProjectImageView"];
export type AddedPart = Schemas["Added"];

export type TrainingOptions = Schemas["InspectionOptions"];
export type TrainingChoice = Schemas["TrainingChoices"];
export type RatePromise = Schemas["RateView"];
export type Promises = Schemas["PromiseView"];
export type Threshold = Schemas["ThresholdView"];
export type Metrics = Schemas["Metrics"];
export type BlindSpots = Schemas["BlindSpotSizes"];
export type Version = Schemas["VersionView"];
export type VersionDetail = Schemas["VersionWithSnapshot"];
export type Comparison = Schemas["VersionComparison"];
export type Scores = Schemas["Scores"];

export type Bands = Schemas["Bands"];
export type ThresholdPreview = Schemas["PreviewOfThreshold"];

export type Region = Schemas["RegionView"];
export type HistoryItem = Schemas["HistoryItem"];
export type Verdict = HistoryItem["verdict"];

/** A verdict without what only the history knows of it. */
export type Inspected = Omit<
  HistoryItem,
  "at" | "operator" | "job_id" | "picture_sha256" | "hash" | "previous_hash"
>;

/** One of the items of an answer: all of an inspection, or why there is none. */
export type InspectItem = Inspected & Pick<Schemas["InspectedItem"], "error">;

export type Verification = Schemas["ChainReport"];

export type CorrectionPreview = Schemas["PreviewOfCorrection"];
export type Correction = Schemas["CorrectionView"];
