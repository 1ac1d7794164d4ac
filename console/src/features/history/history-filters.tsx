import { SlidersHorizontal, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { Verdict } from "@/shared/api/inspection";
import { t } from "@/shared/i18n/text";
import { VERDICTS } from "@/shared/inspection/verdicts";
import { classNames } from "@/shared/lib/class-names";
import { Button } from "@/shared/ui/button";
import { SelectField, TextField } from "@/shared/ui/field";
import { useVersionLabels } from "./get-history";
import { isFiltered, type HistoryView } from "./history-view";

interface HistoryFiltersProps {
  project: string;
  view: HistoryView;
  onView: (change: Partial<HistoryView>) => void;
}

/** In view where there is room, behind a button on a phone. */
export function HistoryFilters({ project, view, onView }: HistoryFiltersProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        className="sm:hidden"
        icon={<SlidersHorizontal size={16} />}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {t("library.filters")}
      </Button>
      <div
        className={classNames(
          "grid grid-cols-2 items-end gap-3 max-sm:order-last max-sm:w-full sm:flex sm:flex-wrap",
          !open && "max-sm:hidden",
        )}
      >
        <Fields project={project} view={view} onView={onView} />
      </div>
    </>
  );
}

function Fields({ project, view, onView }: HistoryFiltersProps) {
  const labels = useVersionLabels(project);
  return (
    <>
      <SelectField
        label={t("history.verdict")}
        className="sm:w-28"
        value={view.verdict ?? ""}
        onChange={(event) => {
          onView({ verdict: (event.target.value || undefined) as Verdict | undefined });
        }}
      >
        <option value="">{t("any")}</option>
        {VERDICTS.map((verdict) => (
          <option key={verdict} value={verdict}>
            {t(`verdict.${verdict}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("history.version")}
        className="sm:w-28"
        value={view.version ?? ""}
        onChange={(event) => {
          onView({ version: event.target.value || undefined });
        }}
      >
        <option value="">{t("any")}</option>
        {[...new Set([...(labels.data ?? []), ...(view.version === undefined ? [] : [view.version])])].map(
          (label) => (
            <option key={label} value={label}>
              {label}
            </option>
          ),
        )}
      </SelectField>
      <TextField
        label={t("history.from")}
        type="date"
        className="sm:w-38"
        value={view.from ?? ""}
        onChange={(event) => {
          onView({ from: event.target.value || undefined });
        }}
      />
      <TextField
        label={t("history.to")}
        type="date"
        className="sm:w-38"
        value={view.to ?? ""}
        onChange={(event) => {
          onView({ to: event.target.value || undefined });
        }}
      />
      <Words
        key={view.filename ?? ""}
        value={view.filename ?? ""}
        onChange={(filename) => {
          onView({ filename: filename === "" ? undefined : filename });
        }}
      />
      {isFiltered(view) && (
        <Button
          look="quiet"
          icon={<X size={15} />}
          onClick={() => {
            onView({
              verdict: undefined,
              version: undefined,
              from: undefined,
              to: undefined,
              filename: undefined,
              job: undefined,
            });
          }}
        >
          {view.job === undefined ? t("library.clear") : t("history.clearJob")}
        </Button>
      )}
    </>
  );
}

const PAUSE_MS = 300;

/** Waits for a pause in typing before it asks the server. */
function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => {
      onChange(typed.trim());
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, value, onChange]);
  return (
    <TextField
      label={t("history.filename")}
      type="search"
      className="max-sm:col-span-2 sm:w-52"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
    />
  );
}
