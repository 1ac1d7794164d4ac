import type { Filter } from "./schemas";

/** Words of names, tags, and things in the picture, as the server's filter language says it. */
export const byWords = (words: string): Filter => ({
  should: [
    { field: "name", text: words },
    { field: "tags", eq: words },
    { field: "objects.label", eq: words },
  ],
});
