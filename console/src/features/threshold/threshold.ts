import { useMutation, useQuery } from "@tanstack/react-query";
import type { Project, Scores, Threshold, ThresholdPreview, Version } from "@/shared/api/inspection";
import { projectKey, projectPath, useReloadProject } from "@/shared/api/projects";
import { request } from "@/shared/api/request";

/** How a threshold is asked for: by the rate of good parts that may fail, or by the failing score itself. */
export type Asked = { rate: number } | { fail: number };

const pathOf = (project: string, version: string) => `${projectPath(project)}/versions/${version}`;

const LOOK_AGAIN_MS = 3000;

/** The scores of a version; where there are defects, looked at again until it has been asked about them. */
export function useScores({ project_id: project, defect_images: defects }: Project, version: string) {
  return useQuery({
    queryKey: projectKey(project, "scores", version),
    queryFn: () => request<Scores>(`${pathOf(project, version)}/scores`),
    refetchInterval: ({ state }) => (defects > 0 && state.data?.defects.length === 0 ? LOOK_AGAIN_MS : false),
  });
}

/** The version itself, whose promise holds until its threshold is moved. */
export function useVersionOf(project: string, version: string) {
  return useQuery({
    queryKey: projectKey(project, "version", version),
    queryFn: () => request<Version>(pathOf(project, version)),
  });
}

/** What a threshold would mean; the last answer stays in view while the next one comes. */
export function useThresholdPreview(project: string, version: string, asked: Asked) {
  return useQuery({
    queryKey: projectKey(project, "threshold-preview", version, asked),
    queryFn: ({ signal }) =>
      request<ThresholdPreview>(`${pathOf(project, version)}/threshold`, { query: { ...asked }, signal }),
    placeholderData: (before) => before,
  });
}

export function useSetThreshold(project: string, version: string) {
  const reload = useReloadProject(project);
  return useMutation({
    mutationFn: (to: Asked | { reset: true }) =>
      request<Version>(`${pathOf(project, version)}/threshold`, { method: "PUT", body: to }),
    onSuccess: reload,
  });
}

/** How a threshold was set, to set it so again. */
export function askedOf(threshold: Threshold, rate: number): Asked | { reset: true } {
  switch (threshold.by) {
    case "training":
      return { reset: true };
    case "rate":
      return { rate };
    case "value":
      return { fail: threshold.fail };
  }
}
