import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Label, Part } from "@/shared/api/inspection";
import type { Image, ImageCount, Listed } from "@/shared/api/schemas";
import { byWords } from "@/shared/api/by-words";
import { projectKey, projectPath } from "@/shared/api/projects";
import { request } from "@/shared/api/request";

const PAGE = 200;

export const partsKey = (project: string) => projectKey(project, "parts");

/** The pictures of a project, page after page. */
export function useParts(project: string, label: Label | undefined) {
  const pages = useInfiniteQuery({
    queryKey: [...partsKey(project), label],
    queryFn: ({ pageParam, signal }) =>
      request<Listed<Part>>(`${projectPath(project)}/images`, {
        query: { label, limit: PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const parts = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return { pages, parts };
}

/** What the library has, to choose from; by words where there are any. */
export function useLibraryPictures(words: string) {
  const filter = words === "" ? undefined : JSON.stringify(byWords(words));
  const query = { filter, sort: "-created_at", limit: PAGE };
  return useInfiniteQuery({
    queryKey: ["images", "choice", query],
    queryFn: ({ pageParam, signal }) =>
      request<Listed<Image>>("/api/images", { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
}

/** How many pictures of the library fit these words; nobody asks as long as there are none. */
export function useLibraryCount(words: string) {
  return useQuery({
    queryKey: ["library", "count", words],
    queryFn: ({ signal }) =>
      request<ImageCount>("/api/images/count", {
        query: { filter: JSON.stringify(byWords(words)) },
        signal,
      }),
    enabled: words !== "",
  });
}
