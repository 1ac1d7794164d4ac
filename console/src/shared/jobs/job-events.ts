import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Job } from "@/shared/api/schemas";
import { send } from "@/shared/api/request";
import { jobKey } from "./jobs";

/**
 * Reads server-sent events of one kind from a stream. Read with fetch and not with EventSource, which can send no access
 * token.
 */
export async function* readEvents(
  stream: ReadableStream<BufferSource>,
  kind: string,
): AsyncGenerator<string> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += value.replaceAll("\r\n", "\n");
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split("\n");
      const field = (name: string) =>
        lines
          .filter((line) => line.startsWith(`${name}:`))
          .map((line) => line.slice(name.length + 1).replace(/^ /, ""))
          .join("\n");
      if (field("event") === kind) yield field("data");
    }
  }
}

const AGAIN_MS = 3000;

/** Keeps a job up to date while it is at work; a connection that is lost, or that the server ends, is made again. */
export function useJobEvents(id: string, over: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (over) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function listen() {
      try {
        const response = await send(`/api/jobs/${id}/events`, { signal: stop.signal });
        if (response.body === null) return;
        for await (const data of readEvents(response.body, "job")) {
          queries.setQueryData(jobKey(id), JSON.parse(data) as Job);
        }
      } catch {
        // Lost: made again, as one that has ended.
      }
      if (!stop.signal.aborted) timer = setTimeout(() => void listen(), AGAIN_MS);
    }
    void listen();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id, over, queries]);
}
