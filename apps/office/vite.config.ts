import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const ours = '@chophien/source';

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter()],
  resolve: { conditions: [ours, 'module', 'browser', 'production'] },
  // The built server is one file with everything in it: it starts fast, and needs no build of the workspace before.
  ssr: {
    noExternal: command === 'build' ? true : [/^@chophien\//],
    resolve: { conditions: [ours, 'module', 'node', 'production'] },
  },
  // Every page links the one file of styles; nothing is small enough to go into the page itself.
  build: { assetsInlineLimit: 0 },
  environments: { ssr: { build: { rollupOptions: { input: './app/server.ts' } } } },
}));
