import { useMutation } from "@tanstack/react-query";
import type { InspectItem } from "@/shared/api/inspection";
import type { Job } from "@/shared/api/schemas";
import { projectPath } from "@/shared/api/projects";
import { onlyItem, postForm } from "@/shared/api/post-form";
import { request } from "@/shared/api/request";
import { useTellProjectJob } from "@/shared/jobs/project-jobs";
import { SendQueue, type Sent } from "@/shared/upload/send-queue";

const IN_FLIGHT = 2; // the server works on no more of them at once than it has room for

export type Inspecting = Sent<InspectItem>;

const queues = new Map<string, SendQueue<InspectItem>>();

/** The parts that were handed in for inspection, in this order; kept while people walk from room to room. */
export function inspections(project: string): SendQueue<InspectItem> {
  const known = queues.get(project);
  if (known !== undefined) return known;
  const queue = new SendQueue<InspectItem>(async (file, sending) => {
    const form = new FormData();
    form.append("files", file, file.name);
    return onlyItem(
      await postForm<{ items: InspectItem[] }>(`${projectPath(project)}/inspect`, form, sending),
    );
  }, IN_FLIGHT);
  queues.set(project, queue);
  return queue;
}

/** Hands in a whole ZIP, or a folder that the server sees, as a job. */
export function useInspectMany(project: string) {
  return useMutation({
    mutationFn: (from: File | string) => {
      const path = `${projectPath(project)}/inspect`;
      if (typeof from === "string") {
        return request<Job>(`${path}/folder`, { method: "POST", body: { folder: from } });
      }
      const form = new FormData();
      form.append("file", from, from.name);
      return request<Job>(`${path}/zip`, { method: "POST", body: form });
    },
    onSuccess: useTellProjectJob(project, "inspect"),
  });
}
