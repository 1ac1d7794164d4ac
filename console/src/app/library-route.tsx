import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { DetailPanel } from "@/features/detail/detail-panel";
import { LibraryPage } from "@/features/library/library-page";
import type { LibraryView } from "@/features/library/library-view";
import { BringButtons } from "@/features/upload/bring-buttons";
import { DropZone } from "@/features/upload/drop-zone";

/** The library: its list, what brings pictures into it, and the panel of one of them. */
export function LibraryRoute({ view }: { view: LibraryView }) {
  const navigate = useNavigate();
  const change = useCallback(
    (to: Partial<LibraryView>) => {
      void navigate({ to: "/library", search: (before) => ({ ...before, ...to }), replace: true });
    },
    [navigate],
  );
  const moreLike = (ids: string[]) => {
    const [only] = ids;
    void navigate({ to: "/search", search: ids.length === 1 ? { id: only } : { like: ids } });
  };
  return (
    <DropZone>
      <LibraryPage
        view={view}
        onView={change}
        onMoreLike={moreLike}
        bring={<BringButtons />}
        detail={
          view.image !== undefined && (
            <DetailPanel
              id={view.image}
              onOpen={(image) => {
                change({ image });
              }}
              onMoreLike={(id) => {
                moreLike([id]);
              }}
              onClose={() => {
                change({ image: undefined });
              }}
            />
          )
        }
      />
    </DropZone>
  );
}
