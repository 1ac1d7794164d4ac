import { useEffect, useRef } from "react";

/** Steps to the next one by the key n, and back by p: not while somebody types, and not behind a dialog. */
export function useStepKeys(onStep: (by: 1 | -1) => void): void {
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof Element &&
        event.target.closest("input:not([type=range]), textarea, select, [role=dialog]")
      )
        return;
      if (event.key === "n") latest.current(1);
      else if (event.key === "p") latest.current(-1);
    };
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("keydown", press);
    };
  }, []);
}
