import type { ComponentProps } from "react";
import { ROLES, type Role } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { SelectField } from "./field";

interface RoleFieldProps extends Omit<
  ComponentProps<typeof SelectField>,
  "label" | "hint" | "value" | "onChange" | "children"
> {
  /** Whose role it is, where more than one is on the page. */
  label?: string;
  value: Role;
  onChange: (role: Role) => void;
}

/** Which role; says what the chosen one may do, unless the place has no room for words. */
export function RoleField({ label = t("role"), value, onChange, ...rest }: RoleFieldProps) {
  return (
    <SelectField
      label={label}
      hint={rest.hideLabel === true ? undefined : t(`role.${value}.text`)}
      value={value}
      onChange={(event) => {
        onChange(event.target.value as Role);
      }}
      {...rest}
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {t(`role.${role}`)}
        </option>
      ))}
    </SelectField>
  );
}
