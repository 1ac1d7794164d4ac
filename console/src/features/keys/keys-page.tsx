import { KeyRound, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { t } from "@/shared/i18n/text";
import { formatDay } from "@/shared/lib/format";
import { Badge } from "@/shared/ui/badge";
import { Button, IconButton } from "@/shared/ui/button";
import { Confirm } from "@/shared/ui/confirm";
import { Card, Page } from "@/shared/ui/page";
import { EmptyState, ErrorNote, SkeletonRows } from "@/shared/ui/states";
import { toastProblem } from "@/shared/ui/toast";
import { useKeys, useRemoveKey, type ApiKey } from "./keys";
import { MakeKeyDialog } from "./make-key-dialog";

export function KeysPage() {
  const keys = useKeys();
  const remove = useRemoveKey();
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  const makeKey = (
    <Button
      look="primary"
      icon={<Plus size={16} />}
      onClick={() => {
        setMaking(true);
      }}
    >
      {t("keys.make")}
    </Button>
  );

  return (
    <Page title={t("keys.title")} text={t("keys.text")} actions={makeKey}>
      {keys.isError && <ErrorNote error={keys.error} onRetry={() => void keys.refetch()} />}
      {!keys.isError && (
        <Card>
          {keys.isPending && <SkeletonRows rows={3} />}
          {keys.data?.items.length === 0 && (
            <EmptyState icon={<KeyRound size={22} />} title={t("keys.empty")} text={t("keys.emptyText")} />
          )}
          <ul className="divide-y divide-line">
            {keys.data?.items.map((key) => (
              <li key={key.id} className="flex items-center gap-4 px-4 py-3">
                <div className="min-w-0 grow">
                  <p className="truncate font-medium">{key.name}</p>
                  <p className="text-sm text-ink-soft">
                    <code className="font-mono">{key.hint}</code>{" "}
                    {t("keys.since", { day: formatDay(key.created_at) })}
                  </p>
                </div>
                <Badge>{t(`role.${key.role}`)}</Badge>
                <IconButton
                  label={t("keys.remove", { name: key.name })}
                  onClick={() => {
                    setLeaving(key);
                  }}
                >
                  <Trash2 size={16} />
                </IconButton>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {making && (
        <MakeKeyDialog
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
      <Confirm
        open={leaving !== null}
        title={t("keys.remove", { name: leaving?.name ?? "" })}
        consequence={t("keys.removeText")}
        action={t("remove")}
        onClose={() => {
          setLeaving(null);
        }}
        onConfirm={() => {
          if (leaving !== null) remove.mutate(leaving.id, { onError: toastProblem });
        }}
      />
    </Page>
  );
}
