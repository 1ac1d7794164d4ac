import { RadioGroup as Radix } from "radix-ui";
import { classNames } from "@/shared/lib/class-names";

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; text: string }[];
  className?: string;
}

/** One of a few, all of them in view. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <Radix.Root
      aria-label={props.label}
      value={props.value}
      orientation="horizontal"
      onValueChange={(value) => {
        props.onChange(value as Value);
      }}
      className={classNames("inline-flex h-9 rounded-md bg-sunken p-0.5 ring-1 ring-line", props.className)}
    >
      {props.options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          className="rounded-sm px-2 text-sm sm:px-3 font-medium whitespace-nowrap text-ink-soft hover:text-ink data-[state=checked]:bg-surface data-[state=checked]:text-ink data-[state=checked]:shadow-low"
        >
          {option.text}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
