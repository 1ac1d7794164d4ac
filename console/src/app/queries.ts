import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/shared/api/problem";

/** Asks again only where it may help: not when the server has understood and refused. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof Problem && (error.status === 0 || error.status === 503),
      },
    },
  });
}
