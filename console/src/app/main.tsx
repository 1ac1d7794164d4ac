import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Toasts } from "@/shared/ui/toast";
import "@/shared/ui/styles.css";
import { createQueries } from "./queries";
import { router } from "./router";

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no element 'root'");

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={createQueries()}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  </StrictMode>,
);
