import { Link, Outlet } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useEffect } from "react";
import { Tour } from "@/features/tour/tour";
import { UploadTray } from "@/features/upload/upload-tray";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";
import { Brand } from "@/shared/ui/brand";
import { Menu } from "@/shared/ui/menu";
import { endQueues } from "@/shared/upload/send-queue";
import { AccountMenu } from "./account-menu";
import { ROOMS, ROOMS_ON_A_PHONE } from "./rooms";

const ENTRY =
  "flex items-center gap-3 rounded-md text-ink-soft transition-colors hover:bg-hover hover:text-ink" +
  " data-[status=active]:bg-accent-soft data-[status=active]:text-on-accent-soft data-[status=active]:font-medium";

function Entry({ room, className }: { room: (typeof ROOMS)[number]; className?: string }) {
  const Icon = room.icon;
  return (
    <Link to={room.to} className={classNames(ENTRY, className)} title={t(room.name)}>
      <Icon size={19} strokeWidth={1.9} aria-hidden className="shrink-0" />
      <span className="md:max-lg:sr-only">{t(room.name)}</span>
    </Link>
  );
}

/** What stands around every page: a column at the side, a bar below on a phone. */
export function Shell() {
  const administrator = useMay("administrator");
  useEffect(() => endQueues, []);
  const rooms = ROOMS.filter((room) => room.role === "viewer" || administrator);
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a
        href="#page"
        className="sr-only z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      <aside className="hidden w-16 shrink-0 flex-col border-r border-line bg-surface p-2.5 md:flex lg:w-58 lg:p-3">
        <Link to="/library" className="mb-5 block overflow-hidden rounded-md p-2" aria-label={t("room.home")}>
          <Brand />
        </Link>
        <nav aria-label={t("nav")} className="flex grow flex-col gap-1">
          {rooms.map((room) => (
            <Entry key={room.to} room={room} className="h-10 justify-center px-3 lg:justify-start" />
          ))}
        </nav>
        <AccountMenu />
      </aside>
      <main id="page" tabIndex={-1} className="min-h-0 min-w-0 grow outline-none">
        <Outlet />
      </main>
      <nav
        aria-label={t("nav")}
        className="grid shrink-0 grid-cols-5 border-t border-line bg-surface px-1 pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {rooms.slice(0, ROOMS_ON_A_PHONE).map((room) => (
          <Entry key={room.to} room={room} className="my-1 flex-col justify-center gap-0.5! py-1.5 text-xs" />
        ))}
        <Menu
          label={t("more")}
          trigger={
            <button
              type="button"
              className={classNames(ENTRY, "my-1 flex-col justify-center gap-0.5! text-xs")}
            >
              <Ellipsis size={19} aria-hidden />
              {t("more")}
            </button>
          }
        >
          {rooms.slice(ROOMS_ON_A_PHONE).map((room) => (
            <Entry key={room.to} room={room} className="h-10 px-3" />
          ))}
        </Menu>
        <div className="my-1 grid place-items-center">
          <AccountMenu />
        </div>
      </nav>
      <UploadTray />
      <Tour />
    </div>
  );
}
