import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import type { Job } from "@/shared/api/schemas";
import { isOver, useJobs, useTellJob } from "./jobs";

/** What jobs do for a project. */
export type ProjectJob = "project-import" | "inspect";

const watchedKey = (project: string, type: ProjectJob) => ["watched-jobs", project, type];

/** The jobs of a project that are at work, and those that came to an end since and that nobody has put away. */
export function useProjectJobs(project: string, type: ProjectJob) {
  const queries = useQueryClient();
  const key = useMemo(() => watchedKey(project, type), [project, type]);
  const watched = useQuery({
    queryKey: key,
    queryFn: (): string[] => [],
    initialData: [],
    staleTime: Infinity,
    gcTime: Infinity, // kept while people walk from room to room
  }).data;
  const newest = useJobs().data?.pages[0]?.items;

  const watch = useCallback(
    (ids: readonly string[]) => {
      queries.setQueryData<string[]>(key, (before = []) =>
        ids.every((id) => before.includes(id)) ? before : [...new Set([...ids, ...before])],
      );
    },
    [queries, key],
  );
  useEffect(() => {
    const atWork = newest?.filter((job) => job.project_id === project && job.type === type && !isOver(job));
    if (atWork !== undefined) watch(atWork.map((job) => job.job_id));
  }, [newest, project, type, watch]);

  const putAway = useCallback(
    (id: string) => {
      queries.setQueryData<string[]>(key, (before = []) => before.filter((each) => each !== id));
    },
    [queries, key],
  );
  return { ids: watched, putAway };
}

/** Makes a job known that was just started for a project. */
export function useTellProjectJob(project: string, type: ProjectJob) {
  const queries = useQueryClient();
  const tell = useTellJob();
  return (job: Job) => {
    queries.setQueryData<string[]>(watchedKey(project, type), (before = []) => [job.job_id, ...before]);
    return tell(job);
  };
}
