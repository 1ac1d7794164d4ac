import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Project } from "@/shared/api/inspection";
import { projectKey, projectPath, PROJECTS } from "@/shared/api/projects";
import { request } from "@/shared/api/request";

export interface ProjectText {
  name: string;
  description: string;
}

/** Makes a project, or changes what one is called. */
export function useSaveProject(id?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ProjectText) =>
      id === undefined
        ? request<Project>("/api/projects", { method: "POST", body })
        : request<Project>(projectPath(id), { method: "PATCH", body }),
    onSuccess: (project) => {
      queries.setQueryData(projectKey(project.project_id), project);
      return queries.invalidateQueries({ queryKey: PROJECTS });
    },
  });
}

/** Removes a project with its versions and history; its name is the confirmation. */
export function useDeleteProject() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ project_id, name }: Project) =>
      request(projectPath(project_id), { method: "DELETE", query: { name } }),
    onSuccess: (_, { project_id }) => {
      queries.removeQueries({ queryKey: projectKey(project_id) });
      return queries.invalidateQueries({ queryKey: PROJECTS });
    },
  });
}
