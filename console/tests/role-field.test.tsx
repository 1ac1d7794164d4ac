import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import type { Role } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { RoleField } from "@/shared/ui/role-field";

function Choice({ hideLabel = false }) {
  const [role, setRole] = useState<Role>("operator");
  return <RoleField value={role} onChange={setRole} hideLabel={hideLabel} />;
}

test("a role is chosen by its name, and what it may do is said", async () => {
  render(<Choice />);
  expect(screen.getByText(t("role.operator.text"))).toBeDefined();

  await userEvent.selectOptions(screen.getByLabelText("Role"), t("role.engineer"));

  expect(screen.getByText(t("role.engineer.text"))).toBeDefined();
  expect(screen.queryByText(t("role.operator.text"))).toBeNull();
});

test("where the place has no room for words, there are none", () => {
  render(<Choice hideLabel />);
  expect(screen.getByLabelText("Role")).toBeDefined();
  expect(screen.queryByText(t("role.operator.text"))).toBeNull();
});
