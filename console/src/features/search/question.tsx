import { useQueries, useQuery } from "@tanstack/react-query";
import { ThumbsDown, ThumbsUp, X } from "lucide-react";
import type { Box, Image } from "@/shared/api/schemas";
import { request } from "@/shared/api/request";
import { t } from "@/shared/i18n/text";
import { IconButton } from "@/shared/ui/button";
import { ErrorNote, Skeleton } from "@/shared/ui/states";
import { Cropper } from "@/shared/pictures/cropper";

const imageQuery = (id: string) => ({
  queryKey: ["image", id],
  queryFn: () => request<Image>(`/api/images/${id}`),
});

interface StoredProps {
  id: string;
  crop: Box | null;
  onCrop: (crop: Box | null) => void;
}

/** A picture of the library that is the question. */
export function StoredQuestion({ id, crop, onCrop }: StoredProps) {
  const image = useQuery(imageQuery(id));
  if (image.isError) return <ErrorNote error={image.error} />;
  if (image.isPending) return <Skeleton className="h-60" />;
  return (
    <Cropper
      key={id}
      url={image.data.original_url}
      fallback={image.data.preview_url}
      name={image.data.name}
      size={image.data}
      crop={crop}
      onCrop={onCrop}
    />
  );
}

interface ExamplesProps {
  like: readonly string[];
  unlike: readonly string[];
  onRemove: (id: string) => void;
}

/** "More like these, less like those". */
export function Examples({ like, unlike, onRemove }: ExamplesProps) {
  return (
    <div className="flex flex-col gap-4">
      <ExampleList title={t("search.like")} ids={like} good onRemove={onRemove} />
      {unlike.length > 0 && <ExampleList title={t("search.unlike")} ids={unlike} onRemove={onRemove} />}
    </div>
  );
}

function ExampleList(props: {
  title: string;
  ids: readonly string[];
  good?: boolean;
  onRemove: (id: string) => void;
}) {
  const images = useQueries({ queries: props.ids.map(imageQuery) });
  const Icon = props.good === true ? ThumbsUp : ThumbsDown;
  return (
    <section>
      <h2 className="mb-2 flex items-center gap-2 text-sm font-medium">
        <Icon size={15} aria-hidden className={props.good === true ? "text-good" : "text-bad"} />
        {props.title}
      </h2>
      <ul className="grid grid-cols-4 gap-2">
        {props.ids.map((id, index) => {
          const image = images[index]?.data;
          return (
            <li key={id} className="relative aspect-square overflow-hidden rounded-md bg-sunken">
              {image && <img src={image.preview_url} alt={image.name} className="size-full object-cover" />}
              <IconButton
                label={t("search.removeExample", { name: image?.name ?? id })}
                className="absolute top-0 right-0 size-6! rounded-none! rounded-bl-md! bg-below-picture text-on-picture"
                onClick={() => {
                  props.onRemove(id);
                }}
              >
                <X size={13} />
              </IconButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
