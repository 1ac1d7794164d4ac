import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/shared/api/me";
import { plural, t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { Confirm } from "@/shared/ui/confirm";
import { Card, Page } from "@/shared/ui/page";
import { ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { toast, toastProblem } from "@/shared/ui/toast";
import { AddUserDialog } from "./add-user-dialog";
import { UserRow } from "./user-row";
import { useChangeUser, useRemoveUser, useUsers, type Person } from "./users";

export function UsersPage() {
  const users = useUsers();
  const me = useMe();
  const change = useChangeUser();
  const remove = useRemoveUser();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Person | null>(null);

  return (
    <Page
      title={t("users.title")}
      text={t("users.text")}
      actions={
        <Button
          look="primary"
          icon={<UserPlus size={16} />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t("users.add")}
        </Button>
      }
    >
      {users.isError && <ErrorNote error={users.error} onRetry={() => void users.refetch()} />}
      {!users.isError && (
        <Card>
          {users.isPending ? (
            <SkeletonRows rows={3} />
          ) : (
            <ul aria-label={plural("users.count", users.data.items.length)} className="divide-y divide-line">
              {users.data.items.map((person) => (
                <UserRow
                  key={person.id}
                  person={person}
                  self={person.id === me.data?.user?.id}
                  onChange={(to) => {
                    change.mutate({ id: person.id, change: to }, { onError: toastProblem });
                  }}
                  onRemove={() => {
                    setLeaving(person);
                  }}
                />
              ))}
            </ul>
          )}
        </Card>
      )}
      {adding && (
        <AddUserDialog
          open
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      <Confirm
        open={leaving !== null}
        title={t("users.remove")}
        consequence={t("users.removeText", { email: leaving?.email ?? "" })}
        action={t("users.remove")}
        onClose={() => {
          setLeaving(null);
        }}
        onConfirm={() => {
          if (leaving === null) return;
          remove.mutate(leaving.id, {
            onSuccess: () => {
              toast(t("users.removed", { email: leaving.email }));
            },
            onError: toastProblem,
          });
        }}
      />
    </Page>
  );
}
