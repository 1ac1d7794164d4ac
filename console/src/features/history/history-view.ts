import type { Verdict } from "@/shared/api/inspection";
import { VERDICTS } from "@/shared/inspection/verdicts";

/** Which verdicts are shown, as it stands in the address. */
export interface HistoryView {
  verdict?: Verdict | undefined;
  version?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  filename?: string | undefined;
  /** Those of one job. */
  job?: string | undefined;
  /** The one that is open, by its number. */
  sequence?: number | undefined;
}

const text = (value: unknown) =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
const day = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

/** Reads an address; what cannot be understood is left out, never an error. */
export function readHistory(search: Record<string, unknown>): HistoryView {
  const { sequence } = search;
  return {
    verdict: VERDICTS.find((known) => known === search.verdict),
    version: text(search.version),
    from: day(search.from),
    to: day(search.to),
    filename: text(search.filename),
    job: text(search.job),
    sequence:
      typeof sequence === "number" && Number.isInteger(sequence) && sequence > 0 ? sequence : undefined,
  };
}

/** The filters as the server understands them: whole days, as the person's clock has them. */
export function filterOf({ verdict, version, from, to, filename, job }: HistoryView) {
  return {
    verdict,
    version,
    from: from === undefined ? undefined : new Date(`${from}T00:00:00`).toISOString(),
    to: to === undefined ? undefined : dayAfter(to).toISOString(),
    filename,
    job_id: job,
  };
}

export function isFiltered(view: HistoryView): boolean {
  return Object.values(filterOf(view)).some((value) => value !== undefined);
}

function dayAfter(date: string): Date {
  const next = new Date(`${date}T00:00:00`);
  next.setDate(next.getDate() + 1);
  return next;
}
