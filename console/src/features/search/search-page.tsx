import { ScanSearch, ThumbsDown, ThumbsUp, X } from "lucide-react";
import { useCallback, useMemo, useState, type ReactNode, type SyntheticEvent } from "react";
import type { Box } from "@/shared/api/schemas";
import { plural, t } from "@/shared/i18n/text";
import { formatSimilarity } from "@/shared/lib/format";
import { useFetchMore } from "@/shared/lib/use-fetch-more";
import { GridSkeleton, PictureGrid } from "@/shared/pictures/picture-grid";
import { useSelection } from "@/shared/pictures/selection";
import { Button, IconButton } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { useTitle } from "@/shared/ui/page";
import { EmptyState, ErrorNote } from "@/shared/ui/states";
import { Cropper } from "@/shared/pictures/cropper";
import { Explanation } from "./explanation";
import { useFound, type DroppedPicture } from "./find-images";
import { PictureDrop } from "./picture-drop";
import { Examples, StoredQuestion } from "./question";
import type { SearchView } from "./search-view";
import { SettingsFields } from "./settings-fields";

interface SearchPageProps {
  view: SearchView;
  onView: (change: Partial<SearchView>) => void;
  /** The panel of the picture that is open. */
  detail: ReactNode;
}

const NO_QUESTION: Partial<SearchView> = {
  text: undefined,
  id: undefined,
  like: undefined,
  unlike: undefined,
};

let dropped = 0;

export function SearchPage({ view, onView, detail }: SearchPageProps) {
  useTitle(t("search.title"));
  const [picture, setPicture] = useState<DroppedPicture | null>(null);
  const [crop, setCrop] = useState<Box | null>(null);
  const [asking, setAsking] = useState(view.id);
  if (view.id !== asking) {
    setAsking(view.id); // another question: its crop is not known yet
    setCrop(null);
  }
  const current = (view.id ?? view.like ?? view.text) ? null : picture;
  const found = useFound(view, current, crop);

  const take = useCallback(
    (file: File) => {
      dropped += 1;
      setPicture({ file, number: dropped, url: URL.createObjectURL(file) });
      setCrop(null);
      onView({ ...NO_QUESTION, image: undefined });
    },
    [onView],
  );

  return (
    <div className="flex h-full max-lg:flex-col max-lg:overflow-y-auto">
      <section
        aria-label={t("search.question")}
        className="flex shrink-0 flex-col gap-5 p-4 sm:p-6 lg:w-88 lg:overflow-y-auto lg:border-r lg:border-line"
      >
        <h1 className="text-2xl font-semibold">{t("search.title")}</h1>
        <Words
          key={view.text ?? ""}
          value={view.text ?? ""}
          onWords={(text) => {
            onView({ ...NO_QUESTION, gate: undefined, text });
          }}
        />
        {view.like !== undefined && (
          <Examples
            like={view.like}
            unlike={view.unlike ?? []}
            onRemove={(id) => {
              const without = (ids?: string[]) => {
                const rest = ids?.filter((other) => other !== id) ?? [];
                return rest.length > 0 ? rest : undefined;
              };
              onView({ like: without(view.like), unlike: without(view.unlike) });
            }}
          />
        )}
        {view.like === undefined && view.id !== undefined && (
          <StoredQuestion id={view.id} crop={crop} onCrop={setCrop} />
        )}
        {current !== null && (
          <Cropper
            key={current.number}
            url={current.url}
            name={current.file.name}
            crop={crop}
            onCrop={setCrop}
          />
        )}
        <PictureDrop compact={found.asked} onPicture={take} />
        {found.asked && <SettingsFields view={view} onView={onView} />}
      </section>
      <Results view={view} onView={onView} found={found} />
      {detail}
    </div>
  );
}

function Words({ value, onWords }: { value: string; onWords: (text: string | undefined) => void }) {
  const [typed, setTyped] = useState(value);
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onWords(typed.trim() === "" ? undefined : typed.trim());
  }
  return (
    <form onSubmit={submit} className="flex items-end gap-2" role="search">
      <TextField
        label={t("search.words")}
        hideLabel
        className="grow"
        type="search"
        placeholder={t("search.words")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <Button type="submit">{t("search.action")}</Button>
    </form>
  );
}

interface ResultsProps {
  view: SearchView;
  onView: SearchPageProps["onView"];
  found: ReturnType<typeof useFound>;
}

function Results({ view, onView, found: { asked, pages, hits, first } }: ResultsProps) {
  const pictures = useMemo(
    () =>
      hits.map((hit) => ({
        image_id: hit.image_id,
        name: hit.payload.name,
        preview_url: hit.preview_url,
        note: formatSimilarity(hit.score),
      })),
    [hits],
  );
  const ids = useMemo(() => pictures.map((picture) => picture.image_id), [pictures]);
  const selection = useSelection(ids);
  const fetchMore = useFetchMore(pages);
  const open = useCallback(
    (image: string) => {
      onView({ image });
    },
    [onView],
  );

  /** The selected ones join the examples; what was the single question joins those that are liked. */
  function teach(side: "like" | "unlike") {
    const chosen = [...selection.ids];
    const like = new Set(view.like ?? (view.id === undefined ? [] : [view.id]));
    const unlike = new Set(view.unlike ?? []);
    for (const id of chosen) {
      (side === "like" ? like : unlike).add(id);
      (side === "like" ? unlike : like).delete(id);
    }
    selection.clear();
    onView({ ...NO_QUESTION, like: [...like], unlike: unlike.size > 0 ? [...unlike] : undefined });
  }

  const canDislike = view.like !== undefined || view.id !== undefined;
  return (
    <section aria-label={t("search.results")} className="relative flex min-h-[60vh] min-w-0 grow flex-col">
      {!asked && (
        <EmptyState icon={<ScanSearch size={22} />} title={t("search.empty")} text={t("search.emptyText")} />
      )}
      {asked && pages.isError && (
        <div className="p-4 sm:p-6">
          <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
        </div>
      )}
      {asked && first !== undefined && !pages.isError && (
        <header className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-4 sm:px-6">
          <h2 className="font-semibold tabular-nums" role="status">
            {pages.hasNextPage
              ? t("search.best", { count: hits.length })
              : plural("search.count", hits.length)}
          </h2>
          <Explanation found={first} />
        </header>
      )}
      <div className="min-h-0 grow">
        {asked && pages.isPending && (
          <div className="pt-6">
            <GridSkeleton label={t("loading")} />
          </div>
        )}
        {asked && pages.isSuccess && hits.length === 0 && (
          <EmptyState icon={<ScanSearch size={22} />} title={t("search.none")} text={t("search.noneText")} />
        )}
        {asked && hits.length > 0 && !pages.isError && (
          <PictureGrid
            label={t("search.results")}
            pictures={pictures}
            selection={selection}
            openId={view.image}
            onOpen={open}
            onEndNear={fetchMore}
          />
        )}
      </div>
      {selection.ids.size > 0 && (
        <div
          role="toolbar"
          aria-label={t("library.selection")}
          className="absolute bottom-4 left-4 z-10 flex w-fit max-w-[calc(100%-2rem)] flex-wrap sm:left-6 animate-slide items-center gap-1 rounded-lg border border-line bg-raised p-1.5 pl-4 shadow-high"
        >
          <span className="mr-2 font-medium tabular-nums">
            {plural("library.selected", selection.ids.size)}
          </span>
          <Button
            look="quiet"
            icon={<ThumbsUp size={16} />}
            onClick={() => {
              teach("like");
            }}
          >
            {t("search.moreLike")}
          </Button>
          {canDislike && (
            <Button
              look="quiet"
              icon={<ThumbsDown size={16} />}
              onClick={() => {
                teach("unlike");
              }}
            >
              {t("search.lessLike")}
            </Button>
          )}
          <IconButton label={t("library.clearSelection")} onClick={selection.clear}>
            <X size={16} />
          </IconButton>
        </div>
      )}
    </section>
  );
}
