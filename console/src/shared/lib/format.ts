const dates = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
const days = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

export const formatDate = (instant: string) => dates.format(new Date(instant));
export const formatDay = (instant: string) => days.format(new Date(instant));
export const formatNumber = (value: number) => numbers.format(value);
export const formatPercent = (share: number) => `${Math.round(share * 100)} %`;

/** Bytes as people say them: 1.4 MB. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${numbers.format(bytes / 1000 ** power)} ${units[power] ?? "B"}`;
}

/** How long ago: "3 minutes ago". */
export function formatAgo(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
  ];
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) {
      return relative.format(Math.round(seconds / size), unit);
    }
  }
  return relative.format(Math.round(seconds), "second");
}

/** A cosine as people compare it: two digits behind the point. */
export const formatSimilarity = (cosine: number) => cosine.toFixed(2);
