import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Image, LibrarySize, Listed, TagCount } from "@/shared/api/schemas";
import { request } from "@/shared/api/request";
import { filterOf, type LibraryView } from "./library-view";

export const IMAGES = ["images"] as const;
const PAGE = 200;

/** The pictures of a view, page after page. */
export function useImages(view: LibraryView) {
  const filter = filterOf(view);
  const query = {
    filter: filter && JSON.stringify(filter),
    sort: view.sort ?? "-created_at",
    state: view.trash === true ? "trashed" : "live",
    limit: PAGE,
  };
  const pages = useInfiniteQuery({
    queryKey: [...IMAGES, query],
    queryFn: ({ pageParam, signal }) =>
      request<Listed<Image>>("/api/images", { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const images = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return { pages, images };
}

export function useLibrarySize() {
  return useQuery({ queryKey: ["library"], queryFn: () => request<LibrarySize>("/api/library") });
}

export function useTags(prefix: string) {
  return useQuery({
    queryKey: ["tags", prefix],
    queryFn: () => request<Listed<TagCount>>("/api/tags", { query: { prefix, limit: 50 } }),
    placeholderData: (before) => before,
  });
}
