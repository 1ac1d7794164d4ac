/** Which versions are looked at, as it stands in the address. */
export interface VersionsView {
  /** The one that is open. */
  version?: string | undefined;
  /** The two side by side. */
  a?: string | undefined;
  b?: string | undefined;
}

const id = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** Reads an address; what cannot be understood is left out, never an error. */
export function readVersions(search: Record<string, unknown>): VersionsView {
  return { version: id(search.version), a: id(search.a), b: id(search.b) };
}

/** Chooses a version for the comparison, or leaves it; a third one takes the place of the second. */
export function choose(view: VersionsView, version: string): VersionsView {
  if (view.a === version) return { a: view.b, b: undefined };
  if (view.b === version) return { a: view.a, b: undefined };
  return view.a === undefined ? { a: version, b: view.b } : { a: view.a, b: version };
}
