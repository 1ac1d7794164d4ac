import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const server = process.env.LOUPE_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), tailwind()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: "target/dist",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy wants files
    modulePreload: { polyfill: false }, // it would be an inline script
  },
  server: {
    proxy: { "/api": server, "/objects": server, "/verdicts": server, "/readyz": server, "/docs": server },
  },
  test: {
    environment: "jsdom",
    testTimeout: 30_000, // machines differ
    setupFiles: "tests/setup.ts",
    include: ["tests/**/*.test.{ts,tsx}"],
  },
});
