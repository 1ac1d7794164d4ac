import type { AddedPart, Label } from "@/shared/api/inspection";
import { projectPath } from "@/shared/api/projects";
import { onlyItem, postForm } from "@/shared/api/post-form";
import { SendQueue } from "@/shared/upload/send-queue";

/** What pictures are said to be when they are brought. */
export interface Said {
  label: Label;
  /** Of a defect: scratch, dent ...; empty for none, and left out for what it was before. */
  defectType?: string | undefined;
}

/** A part that arrived, and whether it did with a mask. */
export type Brought = AddedPart & { masked: boolean };

export interface PartsQueue {
  queue: SendQueue<Brought>;
  add: (files: readonly File[], said: Said) => void;
}

const queues = new Map<string, PartsQueue>();

/** The pictures on their way into a project; they go on while people walk from room to room. */
export function partsQueue(project: string): PartsQueue {
  const known = queues.get(project);
  if (known !== undefined) return known;
  const forms = new WeakMap<File, () => FormData>(); // kept, so that one that failed can be tried again as it was
  const queue = new SendQueue<Brought>(async (file, sending) => {
    const form = forms.get(file)?.() ?? formOf(file, { label: "good" });
    const answer = await postForm<{ items: AddedPart[] }>(`${projectPath(project)}/images`, form, sending);
    return { ...takenItem(answer.items), masked: form.has("masks") };
  });
  const made: PartsQueue = {
    queue,
    add: (files, said) => {
      const { pictures, maskOf } = pairMasks(files, said);
      for (const picture of pictures) forms.set(picture, () => formOf(picture, said, maskOf(picture)));
      queue.add(pictures);
    },
  };
  queues.set(project, made);
  return made;
}

/** A part whose mask alone was refused is in the project, and its answer says so. */
function takenItem(items: AddedPart[]): AddedPart {
  const [item] = items;
  return item !== undefined && item.status !== "refused" ? item : onlyItem({ items });
}

function formOf(file: File, { label, defectType }: Said, mask?: File): FormData {
  const form = new FormData();
  form.append("files", file, file.name);
  form.append("label", label);
  if (label === "defect" && defectType !== undefined) form.append("defect_type", defectType);
  if (mask !== undefined) form.append("masks", mask, mask.name);
  return form;
}

const stemOf = (file: File) => file.name.replace(/\.[^.]*$/, "");

/** Lays masks, as `scratch_mask.png`, to the defects that they belong to; everything else is a picture of a part. */
export function pairMasks(files: readonly File[], { label }: Said) {
  const stems = new Set(files.map(stemOf));
  const masks = new Map<string, File>();
  if (label === "defect") {
    for (const file of files) {
      const [, stem] = /^(.+)_mask$/.exec(stemOf(file)) ?? [];
      if (stem !== undefined && stems.has(stem)) masks.set(stem, file);
    }
  }
  const used = new Set(masks.values());
  return {
    pictures: files.filter((file) => !used.has(file)),
    maskOf: (picture: File) => masks.get(stemOf(picture)),
  };
}
