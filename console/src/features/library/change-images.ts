import { useQueryClient, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import type { Image, Listed } from "@/shared/api/schemas";
import { request } from "@/shared/api/request";
import { plural } from "@/shared/i18n/text";
import { toast, toastProblem } from "@/shared/ui/toast";
import { IMAGES } from "./get-images";

type Pages = InfiniteData<Listed<Image>>;

/** What the page shows at once, before the server has answered; a picture that becomes null leaves the list. */
type Preview = (image: Image) => Image | null;

async function show(queries: QueryClient, ids: ReadonlySet<string>, preview: Preview): Promise<() => void> {
  await queries.cancelQueries({ queryKey: IMAGES });
  const before = queries.getQueriesData<Pages>({ queryKey: IMAGES });
  queries.setQueriesData<Pages>({ queryKey: IMAGES }, (data) =>
    data === undefined
      ? data
      : {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.flatMap((image) => (ids.has(image.image_id) ? (preview(image) ?? []) : image)),
          })),
        },
  );
  return () => {
    for (const [key, data] of before) queries.setQueryData(key, data);
  };
}

/** Shows a change at once, sends it, and takes it back on the page if the server refuses. */
async function change(
  queries: QueryClient,
  ids: readonly string[],
  preview: Preview,
  send: () => Promise<unknown>,
): Promise<boolean> {
  const takeBack = await show(queries, new Set(ids), preview);
  try {
    await send();
    return true;
  } catch (error) {
    takeBack();
    toastProblem(error);
    return false;
  } finally {
    for (const key of ["images", "library", "tags", "image"])
      void queries.invalidateQueries({ queryKey: [key] });
  }
}

const post = (action: string, body: object) => request(`/api/images/${action}`, { method: "POST", body });

export function useChangeImages() {
  const queries = useQueryClient();
  const leave: Preview = () => null;

  const trash = (ids: string[], undo = true) =>
    change(queries, ids, leave, () => post("trash", { image_ids: ids })).then((done) => {
      if (done && undo) {
        toast(plural("library.trashed", ids.length), { undo: () => void restore(ids, false) });
      }
    });

  const restore = (ids: string[], undo = true) =>
    change(queries, ids, leave, () => post("restore", { image_ids: ids })).then((done) => {
      if (done && undo) {
        toast(plural("library.restored", ids.length), { undo: () => void trash(ids, false) });
      }
    });

  const purge = (ids: string[]) =>
    change(queries, ids, leave, () => post("purge", { image_ids: ids })).then((done) => {
      if (done) toast(plural("library.purged", ids.length));
    });

  /** Only pictures that lack the tag are touched, so that undoing leaves the others as they were. */
  const tag = (images: Image[], name: string) =>
    retag(
      images.filter((image) => !image.tags.includes(name)).map((image) => image.image_id),
      { add: [name], remove: [] },
      "library.tagged",
    );

  const untag = (images: Image[], name: string) =>
    retag(
      images.filter((image) => image.tags.includes(name)).map((image) => image.image_id),
      { add: [], remove: [name] },
      "library.untagged",
    );

  async function retag(
    ids: string[],
    tags: { add: string[]; remove: string[] },
    message: "library.tagged" | "library.untagged" | null,
  ): Promise<void> {
    if (ids.length === 0) return;
    const preview: Preview = (image) => ({
      ...image,
      tags: [...image.tags.filter((each) => !tags.remove.includes(each)), ...tags.add],
    });
    const done = await change(queries, ids, preview, () => post("tags", { image_ids: ids, ...tags }));
    if (done && message !== null) {
      toast(plural(message, ids.length, { tag: [...tags.add, ...tags.remove].join(", ") }), {
        undo: () => void retag(ids, { add: tags.remove, remove: tags.add }, null),
      });
    }
  }

  return { trash, restore, purge, tag, untag };
}
