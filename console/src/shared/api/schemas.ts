import type { components } from "@generated/api";

/** The API's answers, by the names that the page calls them. */
type Schemas = components["schemas"];

export type Job = Schemas["Job"];
export type JobLine = Schemas["JobLine"];
export type JobFailure = Schemas["JobFailure"];

// What docs/openapi.json does not describe yet.

export interface HealthPart {
  name: string;
  status: "ok" | "degraded";
  detail: string;
}

export interface Health {
  status: "ok" | "degraded";
  parts: HealthPart[];
  version: string;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FoundObject {
  label: string;
  score: number;
  box: Box;
}

export interface Image {
  image_id: string;
  name: string;
  sha256: string;
  phash: string;
  width: number;
  height: number;
  bytes: number;
  format: string;
  source: string;
  tags: string[];
  created_at: string;
  captured_at?: string | null;
  model_name: string;
  model_version: string;
  quality_score: number;
  quality: Record<string, number>;
  objects: FoundObject[];
  owner_user_id?: string | null;
  metadata: Record<string, unknown>;
  trashed_at?: string | null;
  preview_url: string;
  original_url: string;
}

export interface Listed<Item> {
  items: Item[];
  next?: string | null;
}

export interface NearDuplicate {
  image_id: string;
  score: number;
  preview_url: string;
}

export interface Uploaded {
  filename: string;
  image_id?: string | null;
  duplicate: boolean;
  near_duplicates: NearDuplicate[];
  status: "stored" | "duplicate" | "refused";
  error?: { code: string; detail: string } | null;
}

export interface TagCount {
  tag: string;
  count: number;
}

export interface LibrarySize {
  pictures: number;
  trashed: number;
  bytes: number;
}

export interface Hit {
  image_id: string;
  score: number;
  payload: Image;
  preview_url: string;
}

export interface Explanation {
  plan: "exact" | "graph";
  candidates: number;
  milliseconds: Record<string, number>;
}

export interface Found {
  hits: Hit[];
  next?: string | null;
  mode: "vector" | "lexical";
  explain?: Explanation | null;
}

type Condition =
  | { field: string; eq: string | number }
  | { field: string; any: string[] }
  | { field: string; text: string }
  | { field: string; range: { gte?: string | number; lt?: string | number; lte?: string | number } }
  | { field: string; exists: boolean };

export interface Filter {
  must?: (Condition | Filter)[];
  should?: (Condition | Filter)[];
  must_not?: (Condition | Filter)[];
}
