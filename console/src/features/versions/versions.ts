import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type { Comparison, Project, Version, VersionDetail } from "@/shared/api/inspection";
import type { Listed } from "@/shared/api/schemas";
import { download } from "@/shared/api/download";
import { projectKey, projectPath, useReloadProject } from "@/shared/api/projects";
import { request } from "@/shared/api/request";

const pathOf = (project: string) => `${projectPath(project)}/versions`;

/** The versions of a project, newest first. */
export function useVersions(project: string) {
  return useInfiniteQuery({
    queryKey: projectKey(project, "versions"),
    queryFn: ({ pageParam }) =>
      request<Listed<Version>>(pathOf(project), { query: { limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function useVersion(project: string, version: string) {
  return useQuery({
    queryKey: projectKey(project, "version", version),
    queryFn: () => request<VersionDetail>(`${pathOf(project)}/${version}`),
  });
}

export function useComparison(project: string, a: string, b: string) {
  return useQuery({
    queryKey: projectKey(project, "comparison", a, b),
    queryFn: () => request<Comparison>(`${pathOf(project)}/compare`, { query: { a, b } }),
  });
}

export function useActivate(project: string) {
  return useMutation({
    mutationFn: (version: string) =>
      request<Project>(`${pathOf(project)}/${version}/activate`, { method: "POST" }),
    onSuccess: useReloadProject(project),
  });
}

/** Makes the version active that was so before. */
export function useRollback(project: string) {
  return useMutation({
    mutationFn: () => request<Project>(`${projectPath(project)}/rollback`, { method: "POST" }),
    onSuccess: useReloadProject(project),
  });
}

export function useUploadVersion(project: string) {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append("file", file, file.name);
      return request<Version>(pathOf(project), { method: "POST", body: form });
    },
    onSuccess: useReloadProject(project),
  });
}

export function downloadModel(project: string, { version_id: id, label }: Version, name: string) {
  return download(`${pathOf(project)}/${id}/model`, `${name}-${label}.loupe`);
}
