import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Job, JobFailure, JobLine, Listed } from "@/shared/api/schemas";
import { request } from "@/shared/api/request";

const KEY = ["jobs"];
const LOOK_AGAIN_MS = 1500;

export const isOver = (job: Job) => job.state !== "queued" && job.state !== "running";

/** The newest jobs, looked at again and again while one of them is at work. */
export function useJobs() {
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) =>
      request<Listed<Job>>("/api/jobs", { query: { limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.items.some((job) => !isOver(job)) === true ? LOOK_AGAIN_MS : false,
  });
}

export const jobKey = (id: string) => ["job", id];

export function useJob(id: string) {
  return useQuery({ queryKey: jobKey(id), queryFn: () => request<Job>(`/api/jobs/${id}`) });
}

/** Asked for anew whenever the job has gone on. */
export function useJobLog(job: Job) {
  return useQuery({
    queryKey: ["job", job.job_id, "log", job.done, job.state],
    queryFn: () => request<Listed<JobLine>>(`/api/jobs/${job.job_id}/log`, { query: { limit: 200 } }),
    placeholderData: (before) => before,
  });
}

export function useJobFailures(job: Job) {
  return useQuery({
    queryKey: ["job", job.job_id, "failures", job.items_failed],
    queryFn: () => request<Listed<JobFailure>>(`/api/jobs/${job.job_id}/failures`, { query: { limit: 200 } }),
    enabled: job.items_failed > 0,
    placeholderData: (before) => before,
  });
}

/** Makes a job that has just changed known to whatever shows it. */
export function useTellJob() {
  const queries = useQueryClient();
  return (job: Job) => {
    queries.setQueryData(jobKey(job.job_id), job);
    return queries.invalidateQueries({ queryKey: KEY });
  };
}

export function useJobAction(action: "cancel" | "retry") {
  return useMutation({
    mutationFn: (id: string) => request<Job>(`/api/jobs/${id}/${action}`, { method: "POST" }),
    onSuccess: useTellJob(),
  });
}
