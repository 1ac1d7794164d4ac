import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from "react";
import { classNames } from "@/shared/lib/class-names";

const CONTROL =
  "h-9 w-full min-w-0 rounded-md border border-line-strong/60 bg-surface px-3 text-ink shadow-low transition-colors" +
  " hover:border-line-strong focus:border-accent disabled:opacity-50";

interface FieldProps {
  label: string;
  hint?: string;
  /** The label is read aloud only, where the place explains itself to the eye. */
  hideLabel?: boolean;
  className?: string;
  children: (control: { id: string; "aria-describedby": string | undefined }) => ReactNode;
}

function Field({ label, hint, hideLabel = false, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      {children({ id, "aria-describedby": hint === undefined ? undefined : hintId })}
      {hint !== undefined && (
        <p id={hintId} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

type Outer = Omit<FieldProps, "children">;

export function TextField({
  label,
  hint,
  hideLabel,
  className,
  ...rest
}: Outer & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} hint={hint} hideLabel={hideLabel} className={className}>
      {(control) => <input className={CONTROL} {...control} {...rest} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  hideLabel,
  className,
  children,
  ...rest
}: Outer & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field label={label} hint={hint} hideLabel={hideLabel} className={className}>
      {(control) => (
        <select className={classNames(CONTROL, "pr-1.5")} {...control} {...rest}>
          {children}
        </select>
      )}
    </Field>
  );
}
