import { Ban, CircleCheck, Ellipsis, Trash2 } from "lucide-react";
import type { components } from "@generated/api";
import { t } from "@/shared/i18n/text";
import { formatDay } from "@/shared/lib/format";
import { Badge } from "@/shared/ui/badge";
import { IconButton } from "@/shared/ui/button";
import { Menu, MenuItem } from "@/shared/ui/menu";
import { RoleField } from "@/shared/ui/role-field";
import type { Person } from "./users";

interface UserRowProps {
  person: Person;
  /** Nobody takes away their own rights by a slip of the hand. */
  self: boolean;
  onChange: (change: components["schemas"]["UserChange"]) => void;
  onRemove: () => void;
}

export function UserRow({ person, self, onChange, onRemove }: UserRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-on-accent-soft uppercase"
      >
        {person.email.charAt(0)}
      </span>
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="truncate">{person.email}</span>
          {self && <Badge tone="accent">{t("users.you")}</Badge>}
          {person.disabled && <Badge tone="warn">{t("users.disabled")}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">{t("users.since", { day: formatDay(person.created_at) })}</p>
      </div>
      <RoleField
        label={t("users.roleOf", { email: person.email })}
        hideLabel
        className="w-44"
        value={person.role}
        disabled={self}
        onChange={(role) => {
          onChange({ role });
        }}
      />
      <Menu
        label={t("users.more", { email: person.email })}
        trigger={
          <IconButton label={t("users.more", { email: person.email })} disabled={self}>
            <Ellipsis size={18} />
          </IconButton>
        }
      >
        <MenuItem
          icon={person.disabled ? <CircleCheck size={16} /> : <Ban size={16} />}
          onSelect={() => {
            onChange({ disabled: !person.disabled });
          }}
        >
          {person.disabled ? t("users.enable") : t("users.disable")}
        </MenuItem>
        <MenuItem icon={<Trash2 size={16} />} danger onSelect={onRemove}>
          {t("users.remove")}
        </MenuItem>
      </Menu>
    </li>
  );
}
