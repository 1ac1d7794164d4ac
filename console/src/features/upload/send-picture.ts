import type { Uploaded } from "@/shared/api/schemas";
import { onlyItem, postForm, type Sending } from "@/shared/api/post-form";
import { SendQueue } from "@/shared/upload/send-queue";

/** Brings one picture to the library. */
async function sendPicture(file: File, sending: Sending): Promise<Uploaded> {
  const form = new FormData();
  form.append("files", file, file.name);
  return onlyItem(await postForm<{ items: Uploaded[] }>("/api/images", form, sending));
}

/** The one queue of the library: it goes on while people walk from room to room. */
export const uploads = new SendQueue(sendPicture);
