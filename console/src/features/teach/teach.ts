import { useMutation, useQuery } from "@tanstack/react-query";
import type { Correction, CorrectionPreview, Version } from "@/shared/api/inspection";
import type { Box, Listed } from "@/shared/api/schemas";
import { projectKey, projectPath, useReloadProject } from "@/shared/api/projects";
import { request } from "@/shared/api/request";

/** A verdict that somebody disagrees with, and what the part is in truth. */
export interface Objection {
  sequence: number;
  kind: "normal" | "defect";
  /** Where the defect is; all of the picture without it. */
  box?: Box | undefined;
}

const pathOf = (project: string) => `${projectPath(project)}/corrections`;

/** What a correction would change, before it is made. */
export function usePreview(project: string, objection: Objection) {
  return useQuery({
    queryKey: projectKey(project, "correction-preview", objection),
    queryFn: ({ signal }) =>
      request<CorrectionPreview>(`${pathOf(project)}/preview`, { method: "POST", body: objection, signal }),
    staleTime: 0,
    gcTime: 0, // the next correction changes what it says
  });
}

export function useCorrect(project: string) {
  const reload = useReloadProject(project);
  return useMutation({
    mutationFn: (objection: Objection) =>
      request<Version>(pathOf(project), { method: "POST", body: objection }),
    onSuccess: reload,
  });
}

const listCorrections = (project: string) => request<Listed<Correction>>(pathOf(project));

/** What the active version was taught. */
export function useCorrections(project: string) {
  return useQuery({
    queryKey: projectKey(project, "corrections"),
    queryFn: () => listCorrections(project),
  });
}

export function useTakeBack(project: string) {
  const reload = useReloadProject(project);
  return useMutation({
    mutationFn: (name: string) =>
      request<Version>(`${pathOf(project)}/${encodeURIComponent(name)}`, { method: "DELETE" }),
    onSuccess: reload,
  });
}

/** Takes back the correction that a version was made by. */
export function useTakeBackVersion(project: string) {
  const reload = useReloadProject(project);
  return useMutation({
    mutationFn: async ({ label }: Version) => {
      const { items } = await listCorrections(project);
      const made = items.find((correction) => correction.version_label === label);
      if (made === undefined) return null; // somebody else was faster
      return request<Version>(`${pathOf(project)}/${encodeURIComponent(made.name)}`, { method: "DELETE" });
    },
    onSuccess: reload,
  });
}
