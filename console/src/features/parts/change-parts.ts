import { useMutation, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import type { Part } from "@/shared/api/inspection";
import type { Filter, Job, Listed } from "@/shared/api/schemas";
import { projectPath, useReloadProject } from "@/shared/api/projects";
import { request } from "@/shared/api/request";
import { plural, t } from "@/shared/i18n/text";
import { useTellProjectJob } from "@/shared/jobs/project-jobs";
import { toast, toastProblem } from "@/shared/ui/toast";
import { partsKey } from "./get-parts";
import type { Said } from "./send-parts";

type Pages = InfiniteData<Listed<Part>>;

const pathOf = (project: string, id: string) => `${projectPath(project)}/images/${encodeURIComponent(id)}`;
const bodyOf = ({ label, defectType }: Said) => ({
  label,
  ...(label === "defect" && defectType !== undefined ? { defect_type: defectType } : {}),
});

/** Changes of a project's pictures: shown at once, taken back on the page where the server refuses, with an undo. */
export function useChangeParts(project: string) {
  const queries = useQueryClient();
  const reload = useReloadProject(project);

  async function change(
    parts: readonly Part[],
    preview: (part: Part) => Part | null,
    send: (part: Part) => Promise<unknown>,
  ): Promise<boolean> {
    const ids = new Set(parts.map((part) => part.image_id));
    const filter = { queryKey: partsKey(project) };
    await queries.cancelQueries(filter);
    const before = queries.getQueriesData<Pages>(filter);
    queries.setQueriesData<Pages>(
      filter,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.flatMap((part) => (ids.has(part.image_id) ? (preview(part) ?? []) : part)),
          })),
        },
    );
    try {
      for (const part of parts) await send(part); // one by one: the server locks the project for each
      return true;
    } catch (error) {
      for (const [key, data] of before) queries.setQueryData(key, data);
      toastProblem(error);
      return false;
    } finally {
      void reload();
    }
  }

  const relabel = async (parts: readonly Part[], said: Said, undo = true): Promise<void> => {
    const done = await change(
      parts,
      (part) => ({
        ...part,
        label: said.label,
        defect_type: said.label === "good" ? "" : (said.defectType ?? part.defect_type),
      }),
      ({ image_id }) => request(pathOf(project, image_id), { method: "PATCH", body: bodyOf(said) }),
    );
    if (!done || !undo) return;
    toast(plural(said.label === "good" ? "parts.nowGood" : "parts.nowDefect", parts.length), {
      undo: () => {
        for (const part of parts) {
          void relabel([part], { label: part.label, defectType: part.defect_type }, false);
        }
      },
    });
  };

  const remove = async (parts: readonly Part[]): Promise<void> => {
    const done = await change(
      parts,
      () => null,
      ({ image_id }) => request(pathOf(project, image_id), { method: "DELETE" }),
    );
    if (!done) return;
    toast(plural("parts.removed", parts.length), {
      ...(parts.some((part) => part.has_mask) ? { detail: t("parts.masksGone") } : {}),
      undo: () => void bringBack(parts),
    });
  };

  /** They are in the library still. */
  async function bringBack(parts: readonly Part[]): Promise<void> {
    try {
      for (const { image_id, label, defect_type } of parts) {
        await addFromLibrary(project, { image_ids: [image_id] }, { label, defectType: defect_type });
      }
    } catch (error) {
      toastProblem(error);
    } finally {
      void reload();
    }
  }

  return { relabel, remove };
}

/** Pictures of the library: some of them, or all that pass a filter. */
export type Which = { image_ids: readonly string[] } | { filter: Filter };

function addFromLibrary(project: string, which: Which, said: Said) {
  return request<{ changed: number }>(`${projectPath(project)}/images/from-library`, {
    method: "POST",
    body: { ...which, ...bodyOf(said) },
  });
}

export function useAddFromLibrary(project: string) {
  const reload = useReloadProject(project);
  return useMutation({
    mutationFn: ({ which, said }: { which: Which; said: Said }) => addFromLibrary(project, which, said),
    onSuccess: () => void reload(), // not waited for: the first parts move the picker, and what it would say is lost
  });
}

/** Many parts at once, as a job: a ZIP from here, or a folder that the server sees. */
export function useImportParts(project: string) {
  return useMutation({
    mutationFn: ({ from, said }: { from: File | string; said: Said }) => {
      const path = `${projectPath(project)}/images`;
      if (typeof from === "string") {
        return request<Job>(`${path}/folder`, { method: "POST", body: { folder: from, ...bodyOf(said) } });
      }
      const form = new FormData();
      form.append("file", from, from.name);
      for (const [name, value] of Object.entries(bodyOf(said))) form.append(name, value);
      return request<Job>(`${path}/zip`, { method: "POST", body: form });
    },
    onSuccess: useTellProjectJob(project, "project-import"),
  });
}

/** Lays a mask to a defect, or takes it away. */
export function useMask(project: string, id: string) {
  const reload = useReloadProject(project);
  return useMutation({
    mutationFn: (mask: File | null) => {
      if (mask === null) return request(`${pathOf(project, id)}/mask`, { method: "DELETE" });
      const form = new FormData();
      form.append("file", mask, mask.name);
      return request(`${pathOf(project, id)}/mask`, { method: "PUT", body: form });
    },
    onSuccess: reload,
  });
}
