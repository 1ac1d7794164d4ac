import { useState, type SyntheticEvent } from "react";
import type { Role } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { CopyButton } from "@/shared/ui/copy-button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { RoleField } from "@/shared/ui/role-field";
import { ErrorNote } from "@/shared/ui/states";
import { useMakeKey } from "./keys";

export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const make = useMakeKey();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("operator");

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    make.mutate({ name, role });
  }

  if (make.data !== undefined) {
    return (
      <Dialog open onOpenChange={onClose} title={t("keys.made")} description={t("keys.madeText")}>
        <div className="flex items-center gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3">
          <code className="min-w-0 grow font-mono text-sm break-all">{make.data.secret}</code>
          <CopyButton text={make.data.secret} label={t("keys.copy")} />
        </div>
        <pre className="mt-3 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs text-ink-soft">
          {t("keys.example", { origin: location.origin })}
        </pre>
        <div className="mt-4 flex justify-end">
          <Button look="primary" onClick={onClose}>
            {t("done")}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open onOpenChange={onClose} title={t("keys.make")} description={t("keys.makeText")}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("keys.name")}
          hint={t("keys.nameHint")}
          required
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <RoleField value={role} onChange={setRole} />
        {make.isError && <ErrorNote error={make.error} />}
        <Button type="submit" look="primary" disabled={make.isPending} className="self-end">
          {t("keys.make")}
        </Button>
      </form>
    </Dialog>
  );
}
