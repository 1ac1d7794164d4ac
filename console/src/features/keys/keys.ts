import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@generated/api";
import { request } from "@/shared/api/request";

export type ApiKey = components["schemas"]["ApiKey"];

const KEY = ["keys"];

export function useKeys() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => request<components["schemas"]["PageApiKey"]>("/api/keys", { query: { limit: 500 } }),
  });
}

export function useMakeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (key: components["schemas"]["NewKey"]) =>
      request<components["schemas"]["MadeKey"]>("/api/keys", { method: "POST", body: key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRemoveKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<undefined>(`/api/keys/${id}`, { method: "DELETE" }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
