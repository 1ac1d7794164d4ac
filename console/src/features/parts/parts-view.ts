import type { Label } from "@/shared/api/inspection";

export const LABELS: readonly Label[] = ["good", "defect"];

/** Which of a project's pictures are shown, as it stands in the address. */
export interface PartsView {
  label?: Label | undefined;
  /** The one that is open. */
  image?: string | undefined;
}

/** Reads an address; what cannot be understood is left out, never an error. */
export function readParts(search: Record<string, unknown>): PartsView {
  return {
    label: LABELS.find((known) => known === search.label),
    image: typeof search.image === "string" && search.image !== "" ? search.image : undefined,
  };
}
