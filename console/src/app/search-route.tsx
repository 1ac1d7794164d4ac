import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { DetailPanel } from "@/features/detail/detail-panel";
import { SearchPage } from "@/features/search/search-page";
import type { SearchView } from "@/features/search/search-view";

export function SearchRoute({ view }: { view: SearchView }) {
  const navigate = useNavigate();
  const change = useCallback(
    (to: Partial<SearchView>) => {
      void navigate({ to: "/search", search: (before) => ({ ...before, ...to }) });
    },
    [navigate],
  );
  return (
    <SearchPage
      view={view}
      onView={change}
      detail={
        view.image !== undefined && (
          <DetailPanel
            id={view.image}
            onOpen={(image) => {
              change({ image });
            }}
            onMoreLike={(id) => {
              change({ id, text: undefined, like: undefined, unlike: undefined, image: undefined });
            }}
            onClose={() => {
              change({ image: undefined });
            }}
          />
        )
      }
    />
  );
}
