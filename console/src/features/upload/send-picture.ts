import type { Uploaded } from "@/shared/api/schemas";
import { Problem } from "@/shared/api/problem";
import { accessToken, refreshed } from "@/shared/api/session";

interface Sending {
  signal: AbortSignal;
  /** 0 to 1 of the bytes sent. */
  onProgress: (share: number) => void;
}

/** Brings one picture. By XMLHttpRequest, the only way in which browsers tell how far an upload is. */
export async function sendPicture(file: File, sending: Sending): Promise<Uploaded> {
  const token = await accessToken();
  let answer = await send(file, token, sending);
  if (answer.status === 401 && token !== null) answer = await send(file, await refreshed(token), sending);
  if (answer.status < 200 || answer.status >= 300) {
    throw Problem.of(answer.status, answer.body, answer.retryAfter);
  }
  const uploaded = (answer.body as { items: Uploaded[] }).items[0];
  if (uploaded === undefined) throw Problem.of(500, null, null);
  return uploaded;
}

interface Answer {
  status: number;
  body: unknown;
  retryAfter: string | null;
}

function send(file: File, token: string | null, { signal, onProgress }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", "/api/images");
    if (token !== null) call.setRequestHeader("Authorization", `Bearer ${token}`);
    call.upload.onprogress = (event) => {
      onProgress(event.loaded / event.total);
    };
    call.onload = () => {
      resolve({
        status: call.status,
        body: read(call.responseText),
        retryAfter: call.getResponseHeader("Retry-After"),
      });
    };
    call.onerror = () => {
      reject(Problem.unreachable());
    };
    call.onabort = () => {
      reject(new DOMException("cancelled", "AbortError"));
    };
    signal.addEventListener("abort", () => {
      call.abort();
    });
    const form = new FormData();
    form.append("files", file, file.name);
    call.send(form);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
