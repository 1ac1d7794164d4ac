import { Problem } from "./problem";
import { accessToken, refreshed } from "./session";

interface Options {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON, or as it is if it is a form. */
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Asks the server's API; the answer is what the caller says it is, as `docs/openapi.json` describes it. */
export async function request<Answer>(path: string, options: Options = {}): Promise<Answer> {
  const response = await send(path, options);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** The same, unread: for answers that come little by little. */
export async function send(path: string, options: Options = {}): Promise<Response> {
  const token = await accessToken();
  let response = await fetchWith(token, path, options);
  if (response.status === 401 && token !== null) {
    const next = await refreshed(token);
    if (next !== null) response = await fetchWith(next, path, options);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export function address(path: string, query: Options["query"] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? path : `${path}?${text}`;
}

async function fetchWith(token: string | null, path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = {};
  if (token !== null) headers.Authorization = `Bearer ${token}`;
  const form = options.body instanceof FormData;
  if (options.body !== undefined && !form) headers["Content-Type"] = "application/json";
  try {
    return await fetch(address(path, options.query), {
      method: options.method ?? "GET",
      headers,
      body:
        options.body === undefined ? null : form ? (options.body as FormData) : JSON.stringify(options.body),
      signal: options.signal ?? null,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw Problem.unreachable();
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return Problem.of(response.status, body, response.headers.get("Retry-After"));
}
