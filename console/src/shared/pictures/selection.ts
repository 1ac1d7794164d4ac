import { useCallback, useMemo, useState } from "react";

export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (index: number) => void;
  /** Everything from the last one that was touched to this one. */
  extendTo: (index: number) => void;
  all: () => void;
  clear: () => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Which of the listed pictures are selected, as in a file manager. What leaves the list leaves the selection. */
export function useSelection(ids: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOTHING);
  const [anchor, setAnchor] = useState(0);

  const present = useMemo(() => {
    if (chosen.size === 0) return NOTHING;
    return new Set(ids.filter((id) => chosen.has(id)));
  }, [ids, chosen]);

  const toggle = useCallback(
    (index: number) => {
      const id = ids[index];
      if (id === undefined) return;
      setAnchor(index);
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      });
    },
    [ids],
  );

  const extendTo = useCallback(
    (index: number) => {
      const from = Math.min(anchor, index);
      const to = Math.max(anchor, index);
      setChosen((before) => new Set([...before, ...ids.slice(from, to + 1)]));
    },
    [ids, anchor],
  );

  const all = useCallback(() => {
    setChosen(new Set(ids));
  }, [ids]);
  const clear = useCallback(() => {
    setChosen(NOTHING);
  }, []);

  return useMemo(
    () => ({ ids: present, toggle, extendTo, all, clear }),
    [present, toggle, extendTo, all, clear],
  );
}
