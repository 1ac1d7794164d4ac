import { Search, SlidersHorizontal, X } from "lucide-react";
import { useEffect, useState } from "react";
import { t } from "@/shared/i18n/text";
import { Button, IconButton } from "@/shared/ui/button";
import { SelectField, TextField } from "@/shared/ui/field";
import { useTags } from "./get-images";
import {
  isFiltered,
  NO_FILTER,
  PIXELS,
  QUALITIES,
  SORTS,
  type LibraryView,
  type Quality,
  type Sort,
} from "./library-view";

interface FilterBarProps {
  view: LibraryView;
  onChange: (change: Partial<LibraryView>) => void;
}

export function FilterBar({ view, onChange }: FilterBarProps) {
  const [more, setMore] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <Words
          value={view.q ?? ""}
          onChange={(q) => {
            onChange({ q: q === "" ? undefined : q });
          }}
        />
        <SelectField
          label={t("library.sort")}
          hideLabel
          className="w-40 shrink-0 max-sm:w-32"
          value={view.sort ?? "-created_at"}
          onChange={(event) => {
            onChange({ sort: event.target.value as Sort });
          }}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`library.sort.${sort}`)}
            </option>
          ))}
        </SelectField>
        <Button
          icon={<SlidersHorizontal size={16} />}
          aria-expanded={more}
          aria-label={t("library.filters")}
          className="max-sm:px-2.5"
          onClick={() => {
            setMore(!more);
          }}
        >
          <span className="max-sm:hidden">{t("library.filters")}</span>
        </Button>
      </div>
      {more && <MoreFilters view={view} onChange={onChange} />}
      {isFiltered(view) && <Chips view={view} onChange={onChange} />}
    </div>
  );
}

/** Waits for a pause in typing before it asks the server. */
function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) setTyped(value); // changed from elsewhere: a link, a chip taken away
  }
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => {
      setSent(typed.trim());
      onChange(typed.trim());
    }, 250);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, value, onChange]);
  return (
    <div className="relative min-w-0 grow sm:max-w-sm">
      <Search size={16} className="pointer-events-none absolute top-2.5 left-3 text-ink-soft" aria-hidden />
      <input
        type="search"
        aria-label={t("library.words")}
        placeholder={t("library.words")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        className="h-9 w-full rounded-md border border-line-strong/60 bg-surface pr-3 pl-9 shadow-low hover:border-line-strong"
      />
    </div>
  );
}

function MoreFilters({ view, onChange }: FilterBarProps) {
  const tags = useTags("");
  return (
    <div className="grid animate-slide grid-cols-2 gap-3 rounded-lg border border-line bg-surface p-4 shadow-low md:grid-cols-3 xl:grid-cols-6">
      <SelectField
        label={t("library.tag")}
        value=""
        onChange={(event) => {
          onChange({ tags: [...new Set([...(view.tags ?? []), event.target.value])] });
        }}
      >
        <option value="">{t("any")}</option>
        {tags.data?.items.map(({ tag, count }) => (
          <option key={tag} value={tag}>
            {t("library.tagCount", { tag, count })}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("library.from")}
        type="date"
        value={view.from ?? ""}
        onChange={(event) => {
          onChange({ from: event.target.value || undefined });
        }}
      />
      <TextField
        label={t("library.to")}
        type="date"
        value={view.to ?? ""}
        onChange={(event) => {
          onChange({ to: event.target.value || undefined });
        }}
      />
      <SelectField
        label={t("library.pixels")}
        value={view.pixels ?? ""}
        onChange={(event) => {
          onChange({ pixels: Number(event.target.value) || undefined });
        }}
      >
        <option value="">{t("any")}</option>
        {PIXELS.map((pixels) => (
          <option key={pixels} value={pixels}>
            {t("library.atLeast", { pixels: String(pixels) })}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("library.quality")}
        value={view.quality ?? ""}
        onChange={(event) => {
          onChange({ quality: (event.target.value || undefined) as Quality | undefined });
        }}
      >
        <option value="">{t("any")}</option>
        {QUALITIES.map((quality) => (
          <option key={quality} value={quality}>
            {t(`library.quality.${quality}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("library.object")}
        placeholder={t("library.objectExample")}
        defaultValue={view.object ?? ""}
        onBlur={(event) => {
          onChange({ object: event.target.value.trim() || undefined });
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </div>
  );
}

/** What narrows the view, each to be taken away by one click. */
function Chips({ view, onChange }: FilterBarProps) {
  const chips: { key: string; text: string; without: Partial<LibraryView> }[] = (view.tags ?? []).map(
    (tag) => ({
      key: `tag ${tag}`,
      text: tag,
      without: { tags: view.tags?.filter((other) => other !== tag) },
    }),
  );
  const add = (key: keyof LibraryView, text: string | number | undefined) => {
    if (typeof text === "string") chips.push({ key, text, without: { [key]: undefined } });
  };
  add("q", view.q && t("library.chip.words", { words: view.q }));
  add("object", view.object && t("library.chip.object", { label: view.object }));
  add("from", view.from && t("library.chip.from", { day: view.from }));
  add("to", view.to && t("library.chip.to", { day: view.to }));
  add("pixels", view.pixels && t("library.atLeast", { pixels: String(view.pixels) }));
  add("quality", view.quality && t(`library.quality.${view.quality}`));
  return (
    <ul className="flex flex-wrap items-center gap-1.5" aria-label={t("library.filters")}>
      {chips.map((chip) => (
        <li
          key={chip.key}
          className="flex h-7 items-center rounded-full bg-accent-soft pl-3 text-sm text-on-accent-soft"
        >
          {chip.text}
          <IconButton
            label={t("library.without", { filter: chip.text })}
            className="size-7! rounded-full! text-on-accent-soft"
            onClick={() => {
              onChange(chip.without);
            }}
          >
            <X size={13} />
          </IconButton>
        </li>
      ))}
      <li>
        <Button
          look="quiet"
          className="h-7!"
          onClick={() => {
            onChange(NO_FILTER);
          }}
        >
          {t("library.clear")}
        </Button>
      </li>
    </ul>
  );
}
