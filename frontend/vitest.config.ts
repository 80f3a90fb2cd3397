import { defineConfig } from "vitest/config";

// Style sheets are read as they are: the contrast of their colours is tested.
export default defineConfig({ test: { css: true } });
