import { useState, type SyntheticEvent } from "react";
import type { Role } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { RoleField } from "@/shared/ui/role-field";
import { ErrorNote } from "@/shared/ui/states";
import { useAddUser } from "./users";

export function AddUserDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const add = useAddUser();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [role, setRole] = useState<Role>("operator");

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    add.mutate({ email, password, role }, { onSuccess: onClose });
  }

  return (
    <Dialog open={open} onOpenChange={onClose} title={t("users.add")} description={t("users.addText")}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("email")}
          type="email"
          required
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
        <TextField
          label={t("users.firstPassword")}
          hint={t("users.firstPasswordHint")}
          type="text"
          autoComplete="off"
          required
          value={password}
          onChange={(event) => {
            setPassword(event.target.value);
          }}
        />
        <RoleField value={role} onChange={setRole} />
        {add.isError && <ErrorNote error={add.error} />}
        <Button type="submit" look="primary" disabled={add.isPending} className="self-end">
          {t("users.add")}
        </Button>
      </form>
    </Dialog>
  );
}
