import { Images } from "lucide-react";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { byWords } from "@/shared/api/by-words";
import { plural, t } from "@/shared/i18n/text";
import { useFetchMore } from "@/shared/lib/use-fetch-more";
import { GridSkeleton, PictureGrid } from "@/shared/pictures/picture-grid";
import { useSelection } from "@/shared/pictures/selection";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { EmptyState, ErrorNote } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { useAddFromLibrary, type Which } from "./change-parts";
import { useLibraryCount, useLibraryPictures } from "./get-parts";
import type { Said } from "./send-parts";

interface LibraryPickerProps {
  project: string;
  said: Said;
  onClose: () => void;
}

/** Takes pictures into the project that the library has already. */
export function LibraryPicker({ project, said, onClose }: LibraryPickerProps) {
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed.trim());
  const pages = useLibraryPictures(words);
  const matching = useLibraryCount(words).data?.pictures ?? 0;
  const add = useAddFromLibrary(project);
  const images = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const ids = useMemo(() => images.map((image) => image.image_id), [images]);
  const selection = useSelection(ids);
  const fetchMore = useFetchMore(pages);
  const toggle = useCallback(
    (id: string) => {
      selection.toggle(ids.indexOf(id));
    },
    [selection, ids],
  );
  const take = (which: Which) => {
    add.mutate(
      { which, said },
      {
        onSuccess: ({ changed }) => {
          toast(changed > 0 ? plural("parts.picked", changed) : t("parts.pickedNone"));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      open
      width="wide"
      onOpenChange={onClose}
      title={t("parts.fromLibrary")}
      description={said.label === "good" ? t("parts.pickGood") : t("parts.pickDefects")}
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={t("library.words")}
          hideLabel
          type="search"
          placeholder={t("library.words")}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <div className="-mx-4 h-[45vh] sm:-mx-6">
          {pages.isError && <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
          {pages.isPending && <GridSkeleton label={t("loading")} />}
          {pages.isSuccess && images.length === 0 && (
            <EmptyState
              icon={<Images size={22} />}
              title={t("library.noneFound")}
              text={t("parts.pickNone")}
            />
          )}
          {images.length > 0 && (
            <PictureGrid
              label={t("library.title")}
              pictures={images}
              selection={selection}
              onOpen={toggle}
              onEndNear={fetchMore}
            />
          )}
        </div>
        {add.isError && <ErrorNote error={add.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          {matching > 0 && (
            <Button
              disabled={add.isPending}
              onClick={() => {
                take({ filter: byWords(words) });
              }}
            >
              {plural("parts.pickAll", matching)}
            </Button>
          )}
          <Button
            look="primary"
            disabled={selection.ids.size === 0 || add.isPending}
            onClick={() => {
              take({ image_ids: [...selection.ids] });
            }}
          >
            {plural("parts.pick", selection.ids.size)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
