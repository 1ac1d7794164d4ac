import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "@/shared/lib/class-names";

type Look = "primary" | "plain" | "quiet" | "danger";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover shadow-low",
  plain: "bg-surface text-ink border border-line hover:bg-hover shadow-low",
  quiet: "text-ink-soft hover:bg-hover hover:text-ink",
  danger: "bg-bad text-on-bad hover:opacity-90 shadow-low",
};

const BASE =
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors" +
  " disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  icon?: ReactNode;
}

export function buttonClass(look: Look = "plain", className?: string): string {
  return classNames(BASE, LOOKS[look], "h-9 px-3.5", className);
}

export function Button({ look = "plain", icon, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(look, className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Read to those who do not see the icon, and shown as a tooltip. */
  label: string;
  look?: Look;
}

export function IconButton({
  label,
  look = "quiet",
  className,
  children,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(BASE, LOOKS[look], "size-9", className)}
      {...rest}
    >
      {children}
    </button>
  );
}
