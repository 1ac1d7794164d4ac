import { useMutation } from "@tanstack/react-query";
import type { Job } from "@/shared/api/schemas";
import { request } from "@/shared/api/request";
import { startZipImport } from "@/shared/api/start-zip-import";
import { useTellJob } from "@/shared/jobs/jobs";

/** What to import: a ZIP from here, or a folder that the server sees. */
export type Import = { archive: File; tags: string[] } | { folder: string; tags: string[] };

export function useStartImport() {
  return useMutation({
    mutationFn: (what: Import) =>
      "archive" in what
        ? startZipImport(what.archive, what.tags)
        : request<Job>("/api/imports", { method: "POST", body: what }),
    onSuccess: useTellJob(),
  });
}
