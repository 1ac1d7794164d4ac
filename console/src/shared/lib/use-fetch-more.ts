import { useCallback } from "react";

interface Pages {
  fetchNextPage: () => Promise<unknown>;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
}

/** Fetches the next page, unless there is none or it is on its way. */
export function useFetchMore({ fetchNextPage, hasNextPage, isFetchingNextPage }: Pages): () => void {
  return useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
}
