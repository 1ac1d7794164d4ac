import type { components } from "@generated/api";

/** The API's answers, by the names that the page calls them. */
type Schemas = components["schemas"];

export type Image = Schemas["ImageView"];
export type Box = Schemas["PixelBox"];
export type FoundObject = Schemas["FoundObject"];
export type Uploaded = Schemas["Uploaded"];
export type TagCount = Schemas["TagCount"];
export type ImageCount = Schemas["ImageCount"];
export type LibrarySize = Schemas["Totals"];
export type Found = Schemas["SearchAnswer"];
export type Job = Schemas["Job"];
export type JobLine = Schemas["JobLine"];
export type JobFailure = Schemas["JobFailure"];
export type Health = Schemas["HealthReport"];

/** A part of a list, and where the next one begins. */
export interface Listed<Item> {
  items: Item[];
  next?: string | null;
}

/** One condition on a picture, as the filter language of the API says it. */
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
