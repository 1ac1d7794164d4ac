import type { Job } from "./schemas";
import { request } from "./request";

/** Hands a ZIP to the server, which unpacks it as a job. */
export function startZipImport(archive: File, tags: readonly string[] = []): Promise<Job> {
  const form = new FormData();
  form.append("file", archive, archive.name);
  for (const tag of tags) form.append("tags", tag);
  return request<Job>("/api/imports/zip", { method: "POST", body: form });
}
