import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Project } from "./inspection";
import { request } from "./request";

export const PROJECTS = ["projects"] as const;
const LOOK_AGAIN_MS = 3000;

/** Everything known of a project is kept below this key, so that it can be asked for anew together. */
export const projectKey = (id: string, ...what: unknown[]) => ["project", id, ...what] as const;
export const projectPath = (id: string) => `/api/projects/${encodeURIComponent(id)}`;

/** One project, looked at again and again while it is learning. */
export function useProject(id: string) {
  return useQuery({
    queryKey: projectKey(id),
    queryFn: () => request<Project>(projectPath(id)),
    refetchInterval: ({ state }) => (state.data?.training_job_id ? LOOK_AGAIN_MS : false),
  });
}

/** To be called when something of a project has changed: all that is shown of it is asked for anew. */
export function useReloadProject(id: string) {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ queryKey: PROJECTS });
    return queries.invalidateQueries({ queryKey: projectKey(id) });
  }, [queries, id]);
}
