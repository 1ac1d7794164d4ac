import { byWords } from "@/shared/api/by-words";
import type { Filter } from "@/shared/api/schemas";

export const SORTS = [
  "-created_at",
  "created_at",
  "name",
  "-name",
  "-quality_score",
  "quality_score",
  "-bytes",
  "bytes",
] as const;
export type Sort = (typeof SORTS)[number];

/** What the library shows, as it stands in the address. */
export interface LibraryView {
  q?: string | undefined;
  tags?: string[] | undefined;
  object?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Pixels of the longer side or more. */
  pixels?: number | undefined;
  quality?: Quality | undefined;
  sort?: Sort | undefined;
  trash?: boolean | undefined;
  /** The picture in the panel. */
  image?: string | undefined;
}

export const PIXELS = [640, 1280, 1920, 3840] as const;
export const QUALITIES = ["poor", "fair", "good"] as const;
export type Quality = (typeof QUALITIES)[number];

const QUALITY_RANGES: Record<Quality, { gte?: number; lt?: number }> = {
  poor: { lt: 0.4 },
  fair: { gte: 0.4, lt: 0.7 },
  good: { gte: 0.7 },
};

const text = (value: unknown) =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
const day = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
const oneOf = <Value>(values: readonly Value[], value: unknown) => values.find((known) => known === value);

/** Reads an address; what cannot be understood is left out, never an error. */
export function readView(search: Record<string, unknown>): LibraryView {
  const tags = Array.isArray(search.tags) ? search.tags.map(text).filter((tag) => tag !== undefined) : [];
  return {
    q: text(search.q),
    tags: tags.length > 0 ? tags : undefined,
    object: text(search.object),
    from: day(search.from),
    to: day(search.to),
    pixels: oneOf(PIXELS, search.pixels),
    quality: oneOf(QUALITIES, search.quality),
    sort: oneOf(SORTS, search.sort),
    trash: search.trash === true ? true : undefined,
    image: text(search.image),
  };
}

/** What takes every filter away, and leaves the order and the place. */
export const NO_FILTER: Partial<LibraryView> = {
  q: undefined,
  tags: undefined,
  object: undefined,
  from: undefined,
  to: undefined,
  pixels: undefined,
  quality: undefined,
};

export function isFiltered(view: LibraryView): boolean {
  return filterOf(view) !== undefined;
}

/** The view as the server's filter language says it; nothing if everything is to be seen. */
export function filterOf(view: LibraryView): Filter | undefined {
  const must: NonNullable<Filter["must"]> = (view.tags ?? []).map((tag) => ({ field: "tags", eq: tag }));
  if (view.q !== undefined) must.push(byWords(view.q));
  if (view.object !== undefined) must.push({ field: "objects.label", eq: view.object });
  if (view.from !== undefined) must.push({ field: "created_at", range: { gte: `${view.from}T00:00:00Z` } });
  if (view.to !== undefined)
    must.push({ field: "created_at", range: { lt: `${dayAfter(view.to)}T00:00:00Z` } });
  if (view.pixels !== undefined) {
    must.push({
      should: [
        { field: "width", range: { gte: view.pixels } },
        { field: "height", range: { gte: view.pixels } },
      ],
    });
  }
  if (view.quality !== undefined) must.push({ field: "quality_score", range: QUALITY_RANGES[view.quality] });
  return must.length > 0 ? { must } : undefined;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
