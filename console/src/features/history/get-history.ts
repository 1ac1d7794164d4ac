import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { HistoryItem, Verification, Version } from "@/shared/api/inspection";
import type { Listed } from "@/shared/api/schemas";
import { download } from "@/shared/api/download";
import { projectKey, projectPath } from "@/shared/api/projects";
import { request } from "@/shared/api/request";
import { filterOf, type HistoryView } from "./history-view";

const PAGE = 100;

const pathOf = (project: string) => `${projectPath(project)}/history`;

/** The verdicts that a view shows, newest first, page after page. */
export function useHistory(project: string, view: HistoryView) {
  const query = { ...filterOf(view), limit: PAGE };
  const pages = useInfiniteQuery({
    queryKey: projectKey(project, "history", query),
    queryFn: ({ pageParam, signal }) =>
      request<Listed<HistoryItem>>(pathOf(project), { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return { pages, items };
}

export function useHistoryItem(project: string, sequence: number) {
  return useQuery({
    queryKey: projectKey(project, "history-item", sequence),
    queryFn: () => request<HistoryItem>(`${pathOf(project)}/${String(sequence)}`),
  });
}

/** The versions that the history can be narrowed to. */
export function useVersionLabels(project: string) {
  return useQuery({
    queryKey: projectKey(project, "version-labels"),
    queryFn: () => request<Listed<Version>>(`${projectPath(project)}/versions`, { query: { limit: 100 } }),
    select: ({ items }) => items.map((version) => version.label),
  });
}

/** Looks through the whole chain for what was changed, taken out or moved. */
export function useVerify(project: string) {
  return useMutation({ mutationFn: () => request<Verification>(`${pathOf(project)}/verify`) });
}

export type ExportFormat = "csv" | "jsonl";

export function exportHistory(project: string, view: HistoryView, format: ExportFormat, name: string) {
  return download(`${pathOf(project)}/export`, `${name}-history.${format}`, { ...filterOf(view), format });
}
