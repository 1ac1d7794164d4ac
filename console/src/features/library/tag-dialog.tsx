import { useState, type SyntheticEvent } from "react";
import type { Image } from "@/shared/api/schemas";
import { plural, t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { useTags } from "./get-images";

interface TagDialogProps {
  images: Image[];
  onTag: (tag: string) => void;
  onUntag: (tag: string) => void;
  onClose: () => void;
}

/** Adds a tag to the selected pictures, or takes one away that some of them have. */
export function TagDialog({ images, onTag, onUntag, onClose }: TagDialogProps) {
  const [name, setName] = useState("");
  const known = useTags(name.trim());
  const present = [...new Set(images.flatMap((image) => image.tags))].sort();
  const offered = known.data?.items.filter(({ tag }) => !present.includes(tag)).slice(0, 12) ?? [];

  function tag(chosen: string) {
    onTag(chosen);
    onClose();
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (name.trim() !== "") tag(name.trim());
  }

  return (
    <Dialog open onOpenChange={onClose} title={plural("library.tagTitle", images.length)}>
      <form onSubmit={submit} className="flex items-end gap-2">
        <TextField
          label={t("library.tag")}
          className="grow"
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <Button type="submit" look="primary" disabled={name.trim() === ""}>
          {t("library.tagAdd")}
        </Button>
      </form>
      <Choices title={t("library.tagKnown")} tags={offered.map((each) => each.tag)} onChoose={tag} />
      <Choices
        title={t("library.tagTakeAway")}
        tags={present}
        onChoose={(chosen) => {
          onUntag(chosen);
          onClose();
        }}
      />
    </Dialog>
  );
}

function Choices(props: { title: string; tags: string[]; onChoose: (tag: string) => void }) {
  if (props.tags.length === 0) return null;
  return (
    <section className="mt-4">
      <h3 className="mb-1.5 text-sm font-medium text-ink-soft">{props.title}</h3>
      <div className="flex flex-wrap gap-1.5">
        {props.tags.map((tag) => (
          <Button
            key={tag}
            className="h-7! rounded-full! text-sm"
            onClick={() => {
              props.onChoose(tag);
            }}
          >
            {tag}
          </Button>
        ))}
      </div>
    </section>
  );
}
