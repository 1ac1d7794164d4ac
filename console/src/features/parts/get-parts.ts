import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Label, Part } from "@/shared/api/inspection";
import type { Image, Listed } from "@/shared/api/schemas";
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

/** What the library has, to choose from; by words of names and tags where there are any. */
export function useLibraryPictures(words: string) {
  const filter =
    words === ""
      ? undefined
      : JSON.stringify({
          should: [
            { field: "name", text: words },
            { field: "tags", eq: words },
          ],
        });
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
