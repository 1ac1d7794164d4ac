import { send } from "./request";

/** Saves an answer as a file; fetched by us, since a link could send no access token. */
export async function download(
  path: string,
  name: string,
  query: Record<string, string | number | undefined> = {},
): Promise<void> {
  const response = await send(path, { query });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000); // not before the browser has taken it
}
