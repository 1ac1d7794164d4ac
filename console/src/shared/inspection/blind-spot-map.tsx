import type { BlindSpots } from "@/shared/api/inspection";
import { isMessage, plural, t } from "@/shared/i18n/text";
import { formatShare } from "./numbers";

const LARGEST = 0.5; // of the picture's side; larger ones are not tried

/** The smallest defects that are found 95 times of 100: of all kinds, of each kind, and at each place. */
export function BlindSpotMap({ spots }: { spots: BlindSpots }) {
  const { overall, kinds, cells, side, trials } = spots;
  const rows = Array.from({ length: side }, (_, row) => cells.slice(row * side, (row + 1) * side));
  const worst = Math.max(0.01, ...cells.map((size) => size ?? 0));
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <div>
        <p className="text-lg font-medium">
          {overall.size == null ? t("blind.none") : t("blind.overall", { size: formatShare(overall.size) })}
        </p>
        {overall.size != null && overall.low != null && (
          <p className="text-sm text-ink-soft">
            {overall.high == null
              ? t("blind.atLeast", { low: formatShare(overall.low) })
              : t("blind.between", { low: formatShare(overall.low), high: formatShare(overall.high) })}
          </p>
        )}
        <ul className="mt-4 flex flex-col gap-1.5 text-sm">
          {Object.entries(kinds)
            .sort(([, a], [, b]) => (a.size ?? LARGEST) - (b.size ?? LARGEST))
            .map(([kind, found]) => (
              <li key={kind} className="grid grid-cols-[6rem_1fr_4rem] items-center gap-3">
                <span>{nameOf(kind)}</span>
                <span aria-hidden className="h-2 rounded-full bg-sunken">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${String(Math.min(1, (found.size ?? LARGEST) / LARGEST) * 100)}%` }}
                  />
                </span>
                <span className="text-right tabular-nums">
                  {found.size == null ? t("blind.beyond") : formatShare(found.size)}
                </span>
              </li>
            ))}
        </ul>
        <p className="mt-4 text-sm text-ink-soft">{plural("blind.trials", trials)}</p>
      </div>
      <table className="w-full max-w-md table-fixed border-separate border-spacing-0.5 text-center text-xs tabular-nums">
        <caption className="mb-1.5 text-left text-sm text-ink-soft">{t("blind.map")}</caption>
        <tbody>
          {rows.map((row, y) => (
            <tr key={y}>
              {row.map((size, x) => (
                <Cell key={x} size={size} worst={worst} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ size, worst }: { size: number | null | undefined; worst: number }) {
  return (
    <td
      className="aspect-square rounded-sm"
      style={{
        background:
          size == null
            ? "var(--sunken)"
            : `color-mix(in oklab, var(--warn-soft) ${String(Math.round((size / worst) * 100))}%, var(--good-soft))`,
      }}
    >
      {size == null ? t("blind.unknown") : formatShare(size).replace(" %", "")}
    </td>
  );
}

function nameOf(kind: string): string {
  const key = `blind.kind.${kind}`;
  return isMessage(key) ? t(key) : kind;
}
