import { Box, Expand, Link2, ScanSearch, X } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Image } from "@/shared/api/schemas";
import { t } from "@/shared/i18n/text";
import { Boxes } from "@/shared/pictures/boxes";
import { Strip } from "@/shared/pictures/strip";
import { Badge } from "@/shared/ui/badge";
import { Button, IconButton } from "@/shared/ui/button";
import { ErrorNote, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { Facts } from "./facts";
import { useImage, useSimilar } from "./get-image";
import { PictureViewer } from "./picture-viewer";

interface DetailPanelProps {
  id: string;
  onOpen: (id: string) => void;
  onMoreLike: (id: string) => void;
  onClose: () => void;
}

/** Everything about one picture: beside the list on a wide screen, over it on a small one. */
export function DetailPanel({ id, onOpen, onMoreLike, onClose }: DetailPanelProps) {
  const image = useImage(id);
  return (
    // Escape is a convenience; the button beside the name does the same.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      aria-label={t("detail.title")}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      className="fixed inset-0 z-30 flex flex-col overflow-y-auto border-l border-line bg-surface lg:static lg:w-96 lg:shrink-0"
    >
      <header className="sticky top-0 z-10 flex items-center gap-2 bg-surface/95 py-2 pr-2 pl-5">
        <h2 className="min-w-0 grow truncate font-semibold">{image.data?.name ?? t("detail.title")}</h2>
        <IconButton label={t("close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      <div className="flex flex-col gap-6 px-5 pb-8">
        {image.isError && <ErrorNote error={image.error} onRetry={() => void image.refetch()} />}
        {image.isPending && <Skeleton className="aspect-4/3" />}
        {image.data && (
          <Detail
            key={id}
            image={image.data}
            onOpen={onOpen}
            onMoreLike={() => {
              onMoreLike(id);
            }}
          />
        )}
      </div>
    </aside>
  );
}

interface DetailProps {
  image: Image;
  onOpen: (id: string) => void;
  onMoreLike: () => void;
}

function Detail({ image, onOpen, onMoreLike }: DetailProps) {
  const [boxes, setBoxes] = useState(true);
  const [viewing, setViewing] = useState(false);

  async function copyLink() {
    await navigator.clipboard.writeText(`${location.origin}/images/${image.image_id}`);
    toast(t("detail.linkCopied"));
  }

  return (
    <>
      <div className="flex flex-col gap-2">
        <button
          type="button"
          aria-label={t("detail.enlarge")}
          className="grid max-h-96 cursor-zoom-in! place-items-center overflow-hidden rounded-lg bg-sunken"
          onClick={() => {
            setViewing(true);
          }}
        >
          <span className="relative inline-block max-h-96">
            <img
              src={image.preview_url}
              alt={image.name}
              width={image.width}
              height={image.height}
              className="max-h-96 w-auto"
            />
            {boxes && <Boxes objects={image.objects} width={image.width} height={image.height} />}
          </span>
        </button>
        <div className="flex gap-1">
          <Button look="plain" className="grow" icon={<ScanSearch size={16} />} onClick={onMoreLike}>
            {t("detail.similarTo")}
          </Button>
          <IconButton
            look="plain"
            label={t("detail.enlarge")}
            onClick={() => {
              setViewing(true);
            }}
          >
            <Expand size={16} />
          </IconButton>
          {image.objects.length > 0 && (
            <IconButton
              look={boxes ? "primary" : "plain"}
              aria-pressed={boxes}
              label={t("detail.boxes")}
              onClick={() => {
                setBoxes(!boxes);
              }}
            >
              <Box size={16} />
            </IconButton>
          )}
          <IconButton look="plain" label={t("detail.copyLink")} onClick={() => void copyLink()}>
            <Link2 size={16} />
          </IconButton>
        </div>
      </div>
      {image.tags.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={t("detail.tags")}>
          {image.tags.map((tag) => (
            <li key={tag}>
              <Badge tone="accent">{tag}</Badge>
            </li>
          ))}
        </ul>
      )}
      <Neighbours
        title={t("detail.near")}
        id={image.image_id}
        near
        empty={t("detail.noNear")}
        onOpen={onOpen}
      />
      <Neighbours
        title={t("detail.similar")}
        id={image.image_id}
        empty={t("detail.noSimilar")}
        onOpen={onOpen}
      />
      <Section title={t("detail.facts")}>
        <Facts image={image} />
      </Section>
      {viewing && (
        <PictureViewer
          image={image}
          boxes={boxes}
          onClose={() => {
            setViewing(false);
          }}
        />
      )}
    </>
  );
}

interface NeighboursProps {
  title: string;
  id: string;
  near?: boolean;
  empty: string;
  onOpen: (id: string) => void;
}

function Neighbours({ title, id, near = false, empty, onOpen }: NeighboursProps) {
  const found = useSimilar(id, near);
  return (
    <Section title={title}>
      {found.isPending && <Skeleton className="h-20" />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Strip pictures={found.data} onOpen={onOpen} empty={empty} />}
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}
