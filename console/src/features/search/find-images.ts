import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Box, Found } from "@/shared/api/schemas";
import { request } from "@/shared/api/request";
import type { SearchView } from "./search-view";

/** A picture that was dropped, and its number, by which the cache tells one from another. */
export interface DroppedPicture {
  file: File;
  number: number;
  url: string;
}

const PAGE = 60;

type Ask = (cursor: string | undefined) => Promise<Found>;

/** The request that a view stands for; nothing if it does not say what to look for. */
function askOf(view: SearchView, dropped: DroppedPicture | null, crop: Box | null): Ask | null {
  const settings = {
    limit: PAGE,
    explain: true,
    ...(view.threshold === undefined ? {} : { score_threshold: view.threshold }),
    ...(view.gate === undefined || view.text !== undefined ? {} : { phash_gate: view.gate }),
  };
  const post = (path: string, body: object) => (cursor: string | undefined) =>
    request<Found>(`/api/search/${path}`, { method: "POST", body: { ...settings, ...body, cursor } });

  if (dropped !== null) {
    return (cursor) => {
      const form = new FormData();
      form.append("file", dropped.file, dropped.file.name);
      for (const [name, value] of Object.entries({ ...settings, cursor })) {
        if (value !== undefined) form.append(name, String(value));
      }
      if (crop !== null) form.append("crop", JSON.stringify(crop));
      return request<Found>("/api/search/similar", { method: "POST", body: form });
    };
  }
  if (view.like !== undefined) return post("recommend", { positive: view.like, negative: view.unlike ?? [] });
  if (view.id !== undefined)
    return post("similar", { image_id: view.id, ...(crop === null ? {} : { crop }) });
  if (view.text !== undefined) return post("similar", { text_query: view.text });
  return null;
}

export function useFound(view: SearchView, dropped: DroppedPicture | null, crop: Box | null) {
  const ask = askOf(view, dropped, crop);
  const asked = { ...view, image: undefined }; // the open picture is not part of the question
  const pages = useInfiniteQuery({
    queryKey: ["search", asked, dropped?.number, crop],
    queryFn: ({ pageParam }) =>
      ask === null ? Promise.reject(new Error("nothing is asked")) : ask(pageParam),
    enabled: ask !== null,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  const hits = useMemo(() => pages.data?.pages.flatMap((page) => page.hits) ?? [], [pages.data]);
  return { asked: ask !== null, pages, hits, first: pages.data?.pages[0] };
}
