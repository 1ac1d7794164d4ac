import { useInfiniteQuery } from "@tanstack/react-query";
import type { Project } from "@/shared/api/inspection";
import type { Listed } from "@/shared/api/schemas";
import { PROJECTS } from "@/shared/api/projects";
import { request } from "@/shared/api/request";

const LOOK_AGAIN_MS = 3000;

/** The projects, newest first; looked at again and again while one of them is learning. */
export function useProjects() {
  return useInfiniteQuery({
    queryKey: PROJECTS,
    queryFn: ({ pageParam }) =>
      request<Listed<Project>>("/api/projects", { query: { limit: 60, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((project) => project.training_job_id)) === true
        ? LOOK_AGAIN_MS
        : false,
  });
}
