import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "@/shared/lib/class-names";

export function Menu({
  trigger,
  label,
  children,
}: {
  trigger: ReactNode;
  label: string;
  children: ReactNode;
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 animate-appear rounded-md border border-line bg-raised p-1 shadow-high"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

const ITEM =
  "flex h-9 items-center gap-2.5 rounded-sm px-2.5 outline-none select-none data-highlighted:bg-hover" +
  " data-disabled:opacity-50";

export function MenuItem({ icon, danger = false, disabled = false, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={classNames(ITEM, danger && "text-bad")}>
      {icon}
      {children}
    </Radix.Item>
  );
}

export function MenuChoice<Value extends string>(props: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; text: string; icon?: ReactNode }[];
}) {
  return (
    <>
      <Radix.Label className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-soft">{props.label}</Radix.Label>
      <Radix.RadioGroup
        value={props.value}
        onValueChange={(value) => {
          props.onChange(value as Value);
        }}
      >
        {props.options.map((option) => (
          <Radix.RadioItem
            key={option.value}
            value={option.value}
            className={classNames(ITEM, "data-[state=checked]:font-medium data-[state=checked]:text-accent")}
          >
            {option.icon}
            {option.text}
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </>
  );
}

export function MenuLine() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
