/** What is searched for, as it stands in the address; a dropped picture alone cannot stand there. */
export interface SearchView {
  text?: string | undefined;
  id?: string | undefined;
  like?: string[] | undefined;
  unlike?: string[] | undefined;
  /** The least similarity. */
  threshold?: number | undefined;
  /** The largest difference of perceptual hashes, in bits. */
  gate?: number | undefined;
  image?: string | undefined;
}

export const GATES = [4, 6, 8, 12, 16] as const;

const text = (value: unknown) =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

function ids(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value.map(text).filter((id) => id !== undefined) : [];
  return list.length > 0 ? list : undefined;
}

/** Reads an address; what cannot be understood is left out, never an error. */
export function readSearch(search: Record<string, unknown>): SearchView {
  const { threshold, gate } = search;
  return {
    text: text(search.text),
    id: text(search.id),
    like: ids(search.like),
    unlike: ids(search.unlike),
    threshold: typeof threshold === "number" && threshold >= 0 && threshold <= 1 ? threshold : undefined,
    gate: GATES.find((known) => known === gate),
    image: text(search.image),
  };
}
