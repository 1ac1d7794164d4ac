import type { ReactNode } from "react";

interface ScrollableProps {
  label: string;
  className: string;
  children: ReactNode;
}

/** A place that scrolls by itself, and so must be reachable by keys. */
export function Scrollable({ label, className, children }: ScrollableProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div role="group" aria-label={label} tabIndex={0} className={className}>
      {children}
    </div>
  );
}
