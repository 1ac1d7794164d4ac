import { useMutation, useQuery } from "@tanstack/react-query";
import type { TrainingChoice, TrainingOptions, VersionDetail } from "@/shared/api/inspection";
import type { Job } from "@/shared/api/schemas";
import { projectKey, projectPath, useReloadProject } from "@/shared/api/projects";
import { request } from "@/shared/api/request";
import { useTellJob } from "@/shared/jobs/jobs";

/** What can be chosen for a training, and what is taken where nothing is chosen. */
export function useTrainingOptions() {
  return useQuery({
    queryKey: ["training-options"],
    queryFn: () => request<TrainingOptions>("/api/inspection/options"),
    staleTime: Infinity, // as the server was started
  });
}

export function useTrain(project: string) {
  const reload = useReloadProject(project);
  const tell = useTellJob();
  return useMutation({
    mutationFn: (choice: TrainingChoice) =>
      request<Job>(`${projectPath(project)}/train`, { method: "POST", body: choice }),
    onSuccess: async (job) => {
      await Promise.all([tell(job), reload()]);
    },
  });
}

export function useVersion(project: string, version: string | undefined) {
  return useQuery({
    queryKey: projectKey(project, "version", version),
    queryFn: () => request<VersionDetail>(`${projectPath(project)}/versions/${version ?? ""}`),
    enabled: version !== undefined,
  });
}
