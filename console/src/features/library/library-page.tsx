import { ImageOff, ImagePlus, Trash2 } from "lucide-react";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { plural, t } from "@/shared/i18n/text";
import { formatBytes } from "@/shared/lib/format";
import { useFetchMore } from "@/shared/lib/use-fetch-more";
import { GridSkeleton, PictureGrid } from "@/shared/pictures/picture-grid";
import { useSelection } from "@/shared/pictures/selection";
import { Button } from "@/shared/ui/button";
import { useTitle } from "@/shared/ui/page";
import { EmptyState, ErrorNote } from "@/shared/ui/states";
import { BulkBar } from "./bulk-bar";
import { useChangeImages } from "./change-images";
import { FilterBar } from "./filter-bar";
import { useImages, useLibrarySize } from "./get-images";
import { isFiltered, NO_FILTER, type LibraryView } from "./library-view";
import { TagDialog } from "./tag-dialog";

interface LibraryPageProps {
  view: LibraryView;
  onView: (change: Partial<LibraryView>) => void;
  onMoreLike: (ids: string[]) => void;
  /** Buttons that bring pictures; also offered where there are none. */
  bring: ReactNode;
  /** The panel of the picture that is open. */
  detail: ReactNode;
}

export function LibraryPage({ view, onView, onMoreLike, bring, detail }: LibraryPageProps) {
  const trash = view.trash === true;
  useTitle(trash ? t("library.trashTitle") : t("library.title"));
  const { pages, images } = useImages(view);
  const ids = useMemo(() => images.map((image) => image.image_id), [images]);
  const selection = useSelection(ids);
  const changes = useChangeImages();
  const [tagging, setTagging] = useState(false);
  const selected = images.filter((image) => selection.ids.has(image.image_id));

  const fetchMore = useFetchMore(pages);
  const open = useCallback(
    (image: string) => {
      onView({ image });
    },
    [onView],
  );

  return (
    <div className="flex h-full">
      <div className="relative flex min-w-0 grow flex-col">
        <header className="flex flex-col gap-4 px-4 pt-4 pb-3 sm:px-6 sm:pt-6">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Heading trash={trash} />
            <div className="flex gap-2">
              <Button
                look={trash ? "plain" : "quiet"}
                aria-pressed={trash}
                icon={<Trash2 size={16} />}
                onClick={() => {
                  onView({ trash: trash ? undefined : true, image: undefined });
                }}
              >
                {trash ? t("library.leaveTrash") : t("library.trashTitle")}
              </Button>
              {!trash && bring}
            </div>
          </div>
          <FilterBar view={view} onChange={onView} />
        </header>
        <div className="min-h-0 grow">
          {pages.isError && (
            <div className="px-4 sm:px-6">
              <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
            </div>
          )}
          {pages.isPending && <GridSkeleton label={t("loading")} />}
          {pages.isSuccess && images.length === 0 && <Nothing view={view} bring={bring} onView={onView} />}
          {images.length > 0 && (
            <PictureGrid
              label={trash ? t("library.trashTitle") : t("library.title")}
              pictures={images}
              selection={selection}
              openId={view.image}
              onOpen={open}
              onDelete={trash ? undefined : () => void changes.trash([...selection.ids])}
              onEndNear={fetchMore}
            />
          )}
        </div>
        {selection.ids.size > 0 && (
          <BulkBar
            count={selection.ids.size}
            trash={trash}
            onTag={() => {
              setTagging(true);
            }}
            onTrash={() => void changes.trash([...selection.ids])}
            onRestore={() => void changes.restore([...selection.ids])}
            onPurge={() => void changes.purge([...selection.ids])}
            onSearch={() => {
              onMoreLike([...selection.ids]);
            }}
            onClear={selection.clear}
          />
        )}
      </div>
      {detail}
      {tagging && (
        <TagDialog
          images={selected}
          onTag={(tag) => void changes.tag(selected, tag)}
          onUntag={(tag) => void changes.untag(selected, tag)}
          onClose={() => {
            setTagging(false);
          }}
        />
      )}
    </div>
  );
}

function Heading({ trash }: { trash: boolean }) {
  const size = useLibrarySize().data;
  return (
    <div className="flex items-baseline gap-3">
      <h1 className="text-2xl font-semibold">{trash ? t("library.trashTitle") : t("library.title")}</h1>
      {size !== undefined && (
        <p className="text-sm text-ink-soft tabular-nums">
          {plural("library.count", trash ? size.trashed : size.pictures)}
          {!trash && size.bytes > 0 && ` · ${formatBytes(size.bytes)}`}
        </p>
      )}
    </div>
  );
}

function Nothing({ view, bring, onView }: Pick<LibraryPageProps, "view" | "bring" | "onView">) {
  if (isFiltered(view)) {
    return (
      <EmptyState
        icon={<ImageOff size={22} />}
        title={t("library.noneFound")}
        text={t("library.noneFoundText")}
      >
        <Button
          onClick={() => {
            onView(NO_FILTER);
          }}
        >
          {t("library.clear")}
        </Button>
      </EmptyState>
    );
  }
  if (view.trash === true) {
    return (
      <EmptyState
        icon={<Trash2 size={22} />}
        title={t("library.trashEmpty")}
        text={t("library.trashEmptyText")}
      />
    );
  }
  return (
    <EmptyState icon={<ImagePlus size={22} />} title={t("library.empty")} text={t("library.emptyText")}>
      {bring}
    </EmptyState>
  );
}
