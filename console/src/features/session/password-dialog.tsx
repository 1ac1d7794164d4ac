import { useState, type SyntheticEvent } from "react";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { ErrorNote } from "@/shared/ui/states";
import { useChangePassword } from "./sign-in";

export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const change = useChangePassword();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    change.mutate({ current_password: current, new_password: next });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("password.change")}
      description={t("password.changeText")}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("password.current")}
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => {
            setCurrent(event.target.value);
          }}
        />
        <TextField
          label={t("password.new")}
          type="password"
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => {
            setNext(event.target.value);
          }}
        />
        {change.isError && <ErrorNote error={change.error} />}
        <Button type="submit" look="primary" disabled={change.isPending} className="self-end">
          {t("password.change")}
        </Button>
      </form>
    </Dialog>
  );
}
