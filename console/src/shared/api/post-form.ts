import { Problem } from "./problem";
import { accessToken, refreshed } from "./session";

export interface Sending {
  signal: AbortSignal;
  /** 0 to 1 of the bytes sent. */
  onProgress: (share: number) => void;
}

/** Sends a form by XMLHttpRequest, the only way in which browsers tell how far it is. */
export async function postForm<Answer>(path: string, form: FormData, sending: Sending): Promise<Answer> {
  const token = await accessToken();
  let answer = await send(path, form, token, sending);
  if (answer.status === 401 && token !== null) {
    answer = await send(path, form, await refreshed(token), sending);
  }
  if (answer.status < 200 || answer.status >= 300) {
    throw Problem.of(answer.status, answer.body, answer.retryAfter);
  }
  return answer.body as Answer;
}

interface Reply {
  status: number;
  body: unknown;
  retryAfter: string | null;
}

function send(
  path: string,
  form: FormData,
  token: string | null,
  { signal, onProgress }: Sending,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", path);
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

/** What becomes of one file among those of a request: an answer, or a refusal that says why. */
export function onlyItem<Item extends { error?: { code: string; detail: string } | null }>(answer: {
  items: Item[];
}): Item {
  const item = answer.items[0];
  if (item === undefined) throw Problem.of(500, null, null);
  if (item.error) throw Problem.of(422, item.error, null);
  return item;
}
