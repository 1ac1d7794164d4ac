import { useId, useState } from "react";
import { t } from "@/shared/i18n/text";
import { formatSimilarity } from "@/shared/lib/format";
import { SelectField } from "@/shared/ui/field";
import { GATES, type SearchView } from "./search-view";

interface SettingsFieldsProps {
  view: SearchView;
  onView: (change: Partial<SearchView>) => void;
}

/** How similar is similar enough. */
export function SettingsFields({ view, onView }: SettingsFieldsProps) {
  const id = useId();
  const [threshold, setThreshold] = useState(view.threshold ?? 0);
  const settle = () => {
    onView({ threshold: threshold > 0 ? threshold : undefined });
  };
  return (
    <div className="flex flex-col gap-4">
      <div>
        <label htmlFor={id} className="flex justify-between text-sm font-medium">
          {t("search.threshold")}
          <output className="font-mono text-ink-soft tabular-nums">
            {threshold > 0 ? formatSimilarity(threshold) : t("search.noThreshold")}
          </output>
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={0.01}
          value={threshold}
          className="mt-2 w-full accent-accent"
          onChange={(event) => {
            setThreshold(Number(event.target.value));
          }}
          onPointerUp={settle}
          onKeyUp={settle}
        />
      </div>
      <SelectField
        label={t("search.gate")}
        hint={t("search.gateHint")}
        value={view.gate ?? ""}
        disabled={view.text !== undefined}
        onChange={(event) => {
          onView({ gate: Number(event.target.value) || undefined });
        }}
      >
        <option value="">{t("search.noGate")}</option>
        {GATES.map((bits) => (
          <option key={bits} value={bits}>
            {t("search.bits", { bits })}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
