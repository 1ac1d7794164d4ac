import { useQuery } from "@tanstack/react-query";
import type { Found, Image } from "@/shared/api/schemas";
import { request } from "@/shared/api/request";
import { formatSimilarity } from "@/shared/lib/format";
import type { StripPicture } from "@/shared/pictures/strip";

const FEW = 9;
const NEAR_DUPLICATE_BITS = 6;

export function useImage(id: string) {
  return useQuery({ queryKey: ["image", id], queryFn: () => request<Image>(`/api/images/${id}`) });
}

/** Pictures like this one; within so few bits of its perceptual hash when `near`. */
export function useSimilar(id: string, near: boolean) {
  return useQuery({
    queryKey: ["similar", id, near],
    queryFn: () =>
      request<Found>("/api/search/similar", {
        method: "POST",
        body: { image_id: id, limit: FEW, ...(near ? { phash_gate: NEAR_DUPLICATE_BITS } : {}) },
      }),
    select: (found): StripPicture[] =>
      found.hits
        .filter((hit) => hit.image_id !== id)
        .slice(0, FEW - 1)
        .map((hit) => ({
          image_id: hit.image_id,
          name: hit.payload.name,
          preview_url: hit.preview_url,
          note: formatSimilarity(hit.score),
        })),
  });
}
